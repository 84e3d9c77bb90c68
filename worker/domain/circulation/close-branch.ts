import type { Day } from '../calendar.ts'
import { type CalendarException, type LibraryCalendar, nextOpenDay } from '../library-calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Actor, mayDo, ROLES } from '../staff/permissions.ts'

/** What differs from the week at one branch, or at all of them. */
export interface ExceptionRequest extends CalendarException {
  branchId: number | null
  reason: string
}

export interface CloseBranchFacts {
  calendars: ReadonlyMap<number, LibraryCalendar>
  /** By branch, how many books lent there are due, and how many wait on its hold shelf, until a day of the exception. */
  due: ReadonlyMap<number, number>
  waiting: ReadonlyMap<number, number>
}

/** Everything of this branch that ends on a day of the window ends on `to` instead. */
export interface MovedDays {
  branchId: number
  window: { from: Day; to: Day }
  to: Day
}

export interface NewException {
  exception: ExceptionRequest
  moves: MovedDays[]
  loans: number
  holds: number
}

/**
 * Opens or closes a branch for days. What is due while it is closed moves to its next open day, which need not be the day
 * after the closing (R70); that cannot be taken back, so it is confirmed first.
 */
export function closeBranch(
  { calendars, due, waiting }: CloseBranchFacts,
  exception: ExceptionRequest,
  confirm: readonly string[],
  actor: Actor,
): NewException | Refusal {
  const { branchId, from, to, hours } = exception
  if (from > to || (branchId !== null && !calendars.has(branchId))) return refuse(from > to ? 'bad-request' : 'branch-not-found')
  if (branchId === null && actor.branchId !== null) return refuse('wrong-branch')
  if (hours.length > 0) return { exception, moves: [], loans: 0, holds: 0 }
  const concerned = [...calendars.values()].filter((calendar) => branchId === null || calendar.branchId === branchId)
  const sum = (counts: ReadonlyMap<number, number>) =>
    concerned.reduce((total, calendar) => total + (counts.get(calendar.branchId) ?? 0), 0)
  const [loans, holds] = [sum(due), sum(waiting)]
  if (loans + holds > 0 && !confirm.includes('loans-are-due-then')) return toConfirm(loans, holds)
  const moves = concerned.map((calendar): MovedDays => {
    const closed = { ...calendar, exceptions: [...calendar.exceptions, { from, to, hours }] }
    return { branchId: calendar.branchId, window: { from, to }, to: nextOpenDay(closed, to) }
  })
  return { exception, moves: moves.filter(({ to: day }) => day > to), loans, holds }
}

function toConfirm(loans: number, holds: number): Refusal {
  return {
    refusals: ['needs-confirmation'],
    confirmations: ['loans-are-due-then'],
    confirmBy: ROLES.filter((role) => mayDo(role, 'edit-calendar')),
    counts: { loans, holds },
  }
}
