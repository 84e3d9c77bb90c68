import { addDays, type Day, daysBetween } from '../calendar.ts'
import { addOpenDays, type LibraryCalendar, openDaysBetween } from '../library-calendar.ts'
import type { Policy } from './policy.ts'
import { wholeTenge, wholeTengeIn } from './whole-tenge.ts'

export interface OverdueFacts {
  dueOn: Day
  policy: Policy
  /** Of the branch that lent the book. */
  calendar: LibraryCalendar
  suspendedUntil: Day | null
  /** In tiyn; null if the book has none. */
  price: number | null
  /** From this day on the days no longer count: the book was lost, or said to be returned (R60, R61). */
  stoppedOn?: Day | undefined
}

/** What a late return brings: days without loans, and money only where the policy says so. */
export interface Overdue {
  days: number
  /** The last day without loans; null if there is none, or an earlier suspension lasts longer. */
  suspendedUntil: Day | null
  /** In tiyn. */
  fine: number
}

export function overdueOn(day: Day, { dueOn, policy, calendar, suspendedUntil, price, stoppedOn }: OverdueFacts): Overdue {
  const days = daysOverdue(dueOn, stoppedOn !== undefined && stoppedOn < day ? stoppedOn : day, policy, calendar)
  if (days <= policy.graceDays) return { days, suspendedUntil: null, fine: 0 }
  return { days, suspendedUntil: suspension(days, day, policy, calendar, suspendedUntil), fine: fineFor(days, policy, price) }
}

/** The days after the due day; those when the branch was closed count only if the policy says so (R56). */
export function daysOverdue(dueOn: Day, day: Day, policy: Policy, calendar: LibraryCalendar): number {
  const all = Math.max(0, daysBetween(dueOn, day))
  return all === 0 || policy.overdueCountsClosedDays ? all : openDaysBetween(calendar, dueOn, day)
}

/** Whole periods times the amount, then the ceilings; in whole tenge, rounded once and never by day (R56). */
export function fineFor(days: number, policy: Policy, price: number | null): number {
  if (policy.fine === 0 || days <= policy.graceDays) return 0
  const counted = policy.fineCountsGrace ? days : days - policy.graceDays
  const periods = policy.fineFalls === 'at-start' ? Math.ceil(counted / policy.fineEveryDays) : Math.floor(counted / policy.fineEveryDays)
  const ceilings = [policy.maxFine, policy.fineUpToPrice ? price : null].filter((ceiling) => ceiling !== null)
  return Math.min(wholeTenge(periods * policy.fine), ...ceilings.map(wholeTengeIn))
}

/** Counted from the return, or from the end of the suspension that runs (R5a). */
function suspension(days: number, day: Day, policy: Policy, calendar: LibraryCalendar, running: Day | null): Day | null {
  const earned = Math.floor((days * policy.suspensionDays) / policy.suspensionEveryDays)
  const length = Math.min(earned, policy.maxSuspensionDays ?? earned)
  if (length === 0) return null
  const from = policy.suspensionsAddUp && running !== null && running > day ? running : day
  const until = policy.suspensionSkipsClosedDays ? addOpenDays(calendar, from, length) : addDays(from, length)
  return running !== null && running >= until ? null : until
}
