import type { Database } from '../../db/client.ts'
import { forgetSought } from '../../db/statistics/sought.ts'
import { recordStock } from '../../db/statistics/stock.ts'
import { addDays, dayOf } from '../domain/calendar.ts'
import type { Mailer } from '../mail.ts'
import { checkIntegrity } from './check-integrity.ts'
import { closeDays } from './close-days.ts'
import { followDemand } from './follow-demand.ts'
import { forgetReaders } from './forget-readers.ts'
import { holdsNight } from './holds-night.ts'
import { loansNight } from './loans-night.ts'
import { makeNotices } from './make-notices.ts'
import { sendNotices } from './send-notices.ts'
import { sortHeadings } from './sort-headings.ts'

/** The night checks the present, and the history of so many days: `npm run fsck` checks all of it. */
const HISTORY_DAYS = 40

/** Everything the library does at night, in order. What fails is told and tried again the next night; the rest goes on. */
export async function night(
  db: Database,
  now: Date,
  tell: (job: string, outcome: object) => void,
  mailer?: Mailer | undefined,
): Promise<void> {
  const jobs = {
    statistics: async () => {
      const closed = await closeDays(db, now)
      await db.record([...recordStock(closed.to.slice(0, 7)), ...forgetSought(closed.to)])
      return { ...closed, moved: await followDemand(db, closed, now) }
    },
    holds: () => holdsNight(db, now),
    loans: () => loansNight(db, now),
    notices: async () => ({ ...(await makeNotices(db, now)), ...(await sendNotices(db, mailer, now)) }),
    headings: async () => ({ sorted: await sortHeadings(db.client) }),
    privacy: () => forgetReaders(db, now),
    integrity: async () => ({ findings: (await checkIntegrity(db, now, addDays(dayOf(now), -HISTORY_DAYS))).length }),
  }
  for (const [job, run] of Object.entries(jobs)) {
    try {
      tell(job, await run())
    } catch (error) {
      tell(job, { failed: String(error) })
    }
  }
}
