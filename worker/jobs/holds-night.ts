import { holdsOfTheNight, recordNightOfHold } from '../../db/circulation/holds-night.ts'
import { listCalendars } from '../../db/circulation/list-calendars.ts'
import { brokenUniqueness, type Database } from '../../db/client.ts'
import { addDays, dayOf } from '../domain/calendar.ts'
import { nightOf } from '../domain/circulation/holds/night.ts'

/** Nothing waits on a hold shelf for longer; closings further back do not matter. */
const LONGEST_SHELF_DAYS = 90
const MOST_PAGES = 200

/** Expires, wakes and prolongs the holds whose day has come, page by page: running it twice changes nothing. Answers how many. */
export async function holdsNight(db: Database, now: Date): Promise<Record<string, number>> {
  const today = dayOf(now)
  const done: Record<string, number> = {}
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { holds, calendars } = await db.ask({
      holds: holdsOfTheNight(today),
      calendars: listCalendars(addDays(today, -LONGEST_SHELF_DAYS), addDays(today, LONGEST_SHELF_DAYS)),
    })
    const nights = holds.map((hold) => nightOf(hold, calendars.get(hold.pickupBranchId), today)).filter((night) => night !== undefined)
    if (nights.length === 0) break
    try {
      await db.record(nights.flatMap((night) => recordNightOfHold(night, now)))
      for (const { turn } of nights) done[turn] = (done[turn] ?? 0) + 1
    } catch (error) {
      // Somebody changed one of them since it was read: the next page reads them again.
      if (brokenUniqueness(error) === undefined) throw error
    }
  }
  return done
}
