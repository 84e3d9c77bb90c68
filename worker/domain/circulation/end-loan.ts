import { type Day, dayOf } from '../calendar.ts'
import type { LibraryCalendar } from '../library-calendar.ts'
import type { OpenIncident } from './copy-state.ts'
import type { OpenLoan, ReaderFacts } from './facts.ts'
import { type Overdue, overdueOn } from './overdue.ts'
import type { Policy } from './policy.ts'
import type { Standing } from './standing.ts'

export interface EndLoanFacts {
  openLoan: OpenLoan | undefined
  reader: ReaderFacts | undefined
  standing: Standing
  /** Under which the loan was made. */
  policy: Policy
  /** Of the branch that lent it (R4). */
  calendar: LibraryCalendar
}

export interface EndedLoan {
  loan: OpenLoan
  reader: ReaderFacts | undefined
  returnedOn: Day
  overdue: Overdue
}

/** Ends a loan on this day, with what its days overdue bring (R56, R5a). */
export function endLoan(
  { openLoan, reader, standing, policy, calendar }: EndLoanFacts,
  day: Day,
  incident?: OpenIncident,
): EndedLoan | undefined {
  if (!openLoan) return undefined
  const stops = incident?.kind === 'lost' || incident?.kind === 'claimed-returned'
  const stoppedOn = stops ? dayOf(new Date(incident.at)) : undefined
  const facts = { dueOn: openLoan.dueOn, policy, calendar, suspendedUntil: standing.suspendedUntil, price: openLoan.price, stoppedOn }
  return { loan: openLoan, reader, returnedOn: day, overdue: overdueOn(day, facts) }
}
