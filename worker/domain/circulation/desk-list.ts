import { addDays, type Day } from '../calendar.ts'
import type { LibraryCalendar } from '../library-calendar.ts'
import { inDays } from './due-date.ts'
import type { Policy } from './policy.ts'

/** Card, name, last day of the card, and what stands against its owner: `b` blocked, `o` overdue books. */
export type ListedReader = [card: string, name: string, category: string, cardExpiresOn: Day, marks: string]

/** Barcode, title, and what stands against the copy: `l` lent, `t` on its way, `a` set aside, `s` reading room only, `w` withdrawn, `m` marked. */
export type ListedCopyLine = [barcode: string, title: string, marks: string]

export interface ListPage<Line> {
  lines: Line[]
  /** Where the next page begins; null on the last. */
  next: number | null
}

/** By day of the loan and category of the reader: when a book lent then is due. */
export type DueDays = Record<Day, Record<string, Day>>

/** So many days a desk may be without a line and still say when a book is due. */
const DAYS_AHEAD = 10

export function dueDays(policies: Record<string, Policy>, calendar: LibraryCalendar, today: Day): DueDays {
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead))
  return Object.fromEntries(
    days.map((day) => [
      day,
      Object.fromEntries(
        Object.entries(policies).map(([category, { loanDays, dueMode }]) => [category, inDays(calendar, day, loanDays, dueMode)]),
      ),
    ]),
  )
}
