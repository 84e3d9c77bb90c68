import { type Day, daysBetween } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { CopyState, OpenIncident } from './copy-state.ts'
import { type EndLoanFacts, endLoan } from './end-loan.ts'
import type { CopyFacts, LoanFacts, ReaderFacts } from './facts.ts'
import type { HoldFacts } from './holds/hold.ts'
import type { HoldRules } from './holds/next-hold.ts'
import { type NextPlace, nextPlace, stayOnTheWay } from './next-place.ts'
import type { Overdue } from './overdue.ts'
import { type ReturnAlert, returnAlerts } from './return-alerts.ts'

export interface CheckInFacts {
  copy: CopyFacts | undefined
  openLoan: LoanFacts | undefined
  reader: ReaderFacts | undefined
  state: CopyState | undefined
  holds: readonly HoldFacts[]
  rules: HoldRules & { branches: readonly number[] }
  /** The terms of the loan that ends. */
  ending?: EndLoanFacts | undefined
  /** Until when a copy set aside at this desk today waits for its reader (R49). */
  shelfUntil: Day
}

export interface CheckInRequest {
  branchId: number
  now: Date
  /** The day it lay in the book drop (R41); a future day is today. */
  returnedOn?: Day | undefined
  /** It was read here and not lent (R40). */
  usedOnSite?: boolean | undefined
}

export interface ReturnedLoan {
  loan: LoanFacts
  reader: ReaderFacts | undefined
  returnedOn: Day
  overdueDays: number
  /** What the days overdue bring (R56, R5a). */
  overdue: Overdue | undefined
}

export interface CheckedIn extends NextPlace {
  copy: CopyFacts
  state: CopyState
  branchId: number
  returned: ReturnedLoan | undefined
  usedOnSite: boolean
  found: OpenIncident | undefined
  alerts: ReturnAlert[]
}

/** A second scan of a copy sent off this short a time ago is the same scan. */
const SAME_SCAN_MS = 10 * 60_000

/** Everything that happens to a copy in hand at a desk, in the order of rules 5.5; refused when nothing at all would change. */
export function checkIn(facts: CheckInFacts, request: CheckInRequest): CheckedIn | Refusal {
  const { copy, state, openLoan, rules } = facts
  const { branchId } = request
  if (!copy || !state) return refuse('copy-not-found')
  if (!rules.branches.includes(branchId)) return refuse('branch-not-found')
  const returned = openLoan && returnedLoan(openLoan, facts, request)
  const found = state.incident && state.incident.kind !== 'damaged' ? state.incident : undefined
  const onItsWay = whereItIsOnItsWay(state, request)
  if (onItsWay === 'same-scan') return refuse('copy-is-not-on-loan')
  const next =
    onItsWay === 'elsewhere'
      ? stayOnTheWay(state)
      : nextPlace(copy, { ...state, incident: found ? undefined : state.incident }, facts, branchId)
  const alerts = returnAlerts(copy, state, returned?.overdueDays ?? 0, branchId)
  const checkedIn = { copy, state, branchId, returned, usedOnSite: request.usedOnSite === true, found, alerts, ...next }
  return changesNothing(checkedIn) ? refuse('copy-is-not-on-loan') : checkedIn
}

function returnedLoan(loan: LoanFacts, { reader, rules, ending, state }: CheckInFacts, { returnedOn }: CheckInRequest): ReturnedLoan {
  const day = returnedOn !== undefined && returnedOn < rules.today ? returnedOn : rules.today
  const overdue = ending && endLoan(ending, day, state?.incident)?.overdue
  return { loan, reader, returnedOn: day, overdueDays: overdue?.days ?? Math.max(0, daysBetween(loan.dueOn, day)), overdue }
}

/** A copy under way is received only where it was sent to (rule 5.5.8, R54). */
function whereItIsOnItsWay({ transfer, place }: CopyState, { branchId, now }: CheckInRequest): 'not' | 'here' | 'elsewhere' | 'same-scan' {
  if (place !== 'in-transit' || !transfer?.sentAt) return 'not'
  if (transfer.toBranchId === branchId) return 'here'
  const justSent = now.getTime() - Date.parse(transfer.sentAt) < SAME_SCAN_MS
  return transfer.fromBranchId === branchId && justSent ? 'same-scan' : 'elsewhere'
}

function changesNothing({ state, branchId, returned, usedOnSite, found, ...next }: CheckedIn): boolean {
  const { received, dropped, cleared, released, hold, sent, routeTo } = next
  const something = returned || usedOnSite || received || dropped || found || cleared || released || hold || sent || routeTo !== null
  return !something && state.holdingBranchId === branchId
}
