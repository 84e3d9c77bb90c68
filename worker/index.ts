import { openDatabase } from '../db/client.ts'
import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { withSearches } from './jobs/count-searches.ts'
import { night } from './jobs/night.ts'

const app = createApp({ now: () => new Date(), fetch: (request) => fetch(request) })

export default {
  fetch: app.fetch,
  async scheduled(controller, env) {
    const now = new Date(controller.scheduledTime)
    const db = openDatabase({ url: env.LIBSQL_URL, authToken: env.LIBSQL_AUTH_TOKEN })
    await withSearches(now, (lines) => db.record(lines))
    await night(db, now, (job, outcome) => console.log(JSON.stringify({ job, ...outcome })))
  },
} satisfies ExportedHandler<Env>
