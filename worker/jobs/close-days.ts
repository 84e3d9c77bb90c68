import type { Database } from '../../db/client.ts'
import { closedSoFar, recordClosedDays } from '../../db/statistics/daily.ts'
import { addDays, type Day, dayOf } from '../domain/calendar.ts'

/** Closes yesterday and every day missed before it. Answers the days closed, first and last. */
export async function closeDays(db: Database, now: Date): Promise<{ from: Day; to: Day }> {
  const yesterday = addDays(dayOf(now), -1)
  const { closed } = await db.ask({ closed: closedSoFar() })
  const next = closed.lastClosed ? addDays(closed.lastClosed, 1) : (closed.firstDay ?? yesterday)
  const from = next < yesterday ? next : yesterday
  await db.record(recordClosedDays(from, yesterday, now))
  return { from, to: yesterday }
}
