import { recordYear } from '../../db/circulation/closings.ts'
import type { Database } from '../../db/client.ts'
import { dayOf } from '../domain/calendar.ts'
import { nationalHolidays } from '../domain/national-holidays.ts'

/** Loans made today may be due next year: its holidays are entered when none of it is known; staff correct them. */
export async function enterYearAhead(db: Database, now: Date): Promise<void> {
  const year = Number(dayOf(now).slice(0, 4)) + 1
  await db.record(recordYear(nationalHolidays(year), year))
}
