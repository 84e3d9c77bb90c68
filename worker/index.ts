import { openDatabase } from '../db/client.ts'
import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { withSearches } from './jobs/count-searches.ts'
import { night } from './jobs/night.ts'
import { sendNotices } from './jobs/send-notices.ts'
import { mailerOf } from './mail.ts'

/** The other cron, by day, only sends what waits to be sent. */
const NIGHT = '5 19 * * *'

const app = createApp({ now: () => new Date(), fetch: (request, init) => fetch(request, init) })

export default {
  fetch: app.fetch,
  async scheduled(controller, env) {
    const now = new Date(controller.scheduledTime)
    const db = openDatabase({ url: env.LIBSQL_URL, authToken: env.LIBSQL_AUTH_TOKEN })
    await withSearches(now, (lines) => db.record(lines))
    const tell = (job: string, outcome: object) => console.log(JSON.stringify({ job, ...outcome }))
    if (controller.cron === NIGHT) await night(db, now, tell, mailerOf(env))
    else tell('notices', await sendNotices(db, mailerOf(env), now))
  },
} satisfies ExportedHandler<Env>
