import { openDatabase } from '../db/client.ts'
import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { closeDays } from './jobs/close-days.ts'
import { withSearches } from './jobs/count-searches.ts'
import { followDemand } from './jobs/follow-demand.ts'
import { holdsNight } from './jobs/holds-night.ts'
import { loansNight } from './jobs/loans-night.ts'

const app = createApp({ now: () => new Date(), fetch: (request) => fetch(request) })

export default {
  fetch: app.fetch,
  async scheduled(controller, env) {
    const now = new Date(controller.scheduledTime)
    const db = openDatabase({ url: env.LIBSQL_URL, authToken: env.LIBSQL_AUTH_TOKEN })
    await withSearches(now, (lines) => db.record(lines))
    const closed = await closeDays(db, now)
    const moved = await followDemand(db, closed, now)
    console.log(JSON.stringify({ job: 'close-days', ...closed, moved }))
    console.log(JSON.stringify({ job: 'holds-night', ...(await holdsNight(db, now)) }))
    console.log(JSON.stringify({ job: 'loans-night', ...(await loansNight(db, now)) }))
  },
} satisfies ExportedHandler<Env>
