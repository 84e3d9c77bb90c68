import { Hono } from 'hono'
import { listSpecialDays } from '../../db/circulation/closings.ts'
import { listCalendars } from '../../db/circulation/list-calendars.ts'
import { lastKnown } from '../cache/last-known.ts'
import { addDays, type Day, dayOf } from '../domain/calendar.ts'
import { hoursOn } from '../domain/library-calendar.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'

const DAYS_ANNOUNCED = 21

export const openingHours = new Hono<Room>().get('/', anybody, async (c) => c.json(await openingHoursOf(c)))

/** When each branch is open: its week, the days ahead, and why some of them differ. Known also while the database is away. */
export function openingHoursOf(c: Call) {
  const { db, now } = c.var
  const today = dayOf(now)
  const days: Day[] = Array.from({ length: DAYS_ANNOUNCED }, (_, ahead) => addDays(today, ahead))
  const last = days.at(-1) ?? today
  const ask = async () => {
    const { calendars, special } = await db.ask({ calendars: listCalendars(today, last), special: listSpecialDays(today, last) })
    return {
      holidays: special.holidays,
      branches: [...calendars.values()].map((calendar) => ({
        branch: calendar.branchId,
        week: calendar.week,
        days: days.map((day) => ({ day, hours: hoursOn(calendar, day) })),
        special: special.exceptions
          .filter(({ branchId }) => branchId === null || branchId === calendar.branchId)
          .map(({ from, to, hours, reason }) => ({ from, to, hours, reason })),
      })),
    }
  }
  const wait = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
  return lastKnown('opening-hours', ask, { kv: c.env.CACHE, databaseUrl: c.env.LIBSQL_URL, now, wait })
}
