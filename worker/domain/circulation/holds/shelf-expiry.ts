import type { Day } from '../../calendar.ts'
import { addOpenDays, isOpen, type LibraryCalendar, nextOpenDay } from '../../library-calendar.ts'

/** The last day on which a copy set aside today can be collected: so many open days from now (R49). */
export function shelfExpiry(calendar: LibraryCalendar, today: Day, openDays: number): Day {
  return nextOpenDay(calendar, addOpenDays(calendar, today, openDays))
}

/** A last day on which the branch turned out to be closed moves to the next open one (R70): undefined when nothing moves. */
export function movedShelfExpiry(calendar: LibraryCalendar, shelfUntil: Day): Day | undefined {
  return isOpen(calendar, shelfUntil) ? undefined : nextOpenDay(calendar, shelfUntil)
}
