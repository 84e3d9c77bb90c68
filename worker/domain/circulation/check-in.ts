import { type Day, daysBetween } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ReturnAlert } from './alert.ts'
import type { CopyState, OpenIncident, OpenTransfer, TransferReason, TrappedFor } from './copy-state.ts'
import { type EndLoanFacts, endLoan } from './end-loan.ts'
import type { CopyFacts, LoanFacts, ReaderFacts } from './facts.ts'
import type { HoldFacts } from './holds/hold.ts'
import { type HoldRules, nextHoldFor, type Skip } from './holds/next-hold.ts'
import type { Overdue } from './overdue.ts'

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

/** A hold that this scan moves: set aside here, or sent on to its pickup branch. */
export interface MovedHold {
  id: number
  changes: number
  reader: { id: number; card: string; name: string }
  pickupBranchId: number
  to: 'waiting' | 'in-transit'
  shelfUntil: Day | null
  /** It waited here for this copy before the scan too. */
  unchanged: boolean
}

export interface CheckedIn {
  copy: CopyFacts
  state: CopyState
  branchId: number
  returned: ReturnedLoan | undefined
  usedOnSite: boolean
  received: OpenTransfer | undefined
  /** Asked for, and no longer needed or possible. */
  dropped: OpenTransfer | undefined
  found: OpenIncident | undefined
  /** The hold it was set aside for was given up: the copy leaves the hold shelf (R4a). */
  cleared: boolean
  hold: MovedHold | undefined
  sent: { toBranchId: number; reason: TransferReason; holdId: number | null; requested: OpenTransfer | undefined } | undefined
  routeTo: number | null
  skips: Skip[]
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
      : whatNext(copy, { ...state, incident: found ? undefined : state.incident }, facts, branchId)
  const alerts = alertsOf(copy, state, returned, request)
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

type Next = Pick<CheckedIn, 'received' | 'dropped' | 'cleared' | 'hold' | 'sent' | 'routeTo' | 'skips'>

const NOTHING: Next = {
  received: undefined,
  dropped: undefined,
  cleared: false,
  hold: undefined,
  sent: undefined,
  routeTo: null,
  skips: [],
}

const stayOnTheWay = ({ transfer }: CopyState): Next => ({ ...NOTHING, routeTo: transfer?.toBranchId ?? null })

/** Receives it, sets it aside for a reader, or sends it where it belongs. */
function whatNext(copy: CopyFacts, state: CopyState, facts: CheckInFacts, branchId: number): Next {
  const received = state.place === 'in-transit' ? state.transfer : undefined
  const asked = state.place === 'in-transit' ? undefined : state.transfer
  const trapped = state.trappedFor
  const kept = trapped && (trapped.state === 'waiting' || trapped.state === 'in-transit') ? trapped : undefined
  const cleared = state.place === 'hold-shelf' && kept === undefined
  const { hold: queued, skips } = kept ? { hold: undefined, skips: [] } : nextHold(copy, state, facts, branchId)
  const wanted = kept ?? queued
  if (wanted) {
    const hold = moved(wanted, branchId, facts.shelfUntil)
    const sent = hold.to === 'in-transit' ? send(hold.pickupBranchId, 'hold', hold.id) : undefined
    return { received, dropped: asked, cleared, hold, sent, routeTo: sent?.toBranchId ?? null, skips }
  }
  if (copy.withdrawn) return { ...NOTHING, received, dropped: asked, cleared }
  const toBranchId = asked?.toBranchId ?? (received?.reason === 'asked' ? branchId : copy.homeBranchId)
  if (toBranchId === branchId) return { ...NOTHING, received, dropped: asked, cleared, skips }
  const requested = asked?.fromBranchId === branchId ? asked : undefined
  const sent = { ...send(toBranchId, asked?.reason ?? 'home', null), requested }
  return { received, dropped: requested ? undefined : asked, cleared, hold: undefined, sent, routeTo: toBranchId, skips }
}

const send = (toBranchId: number, reason: TransferReason, holdId: number | null) => ({ toBranchId, reason, holdId, requested: undefined })

function nextHold(copy: CopyFacts, state: CopyState, { holds, rules }: CheckInFacts, branchId: number) {
  return nextHoldFor(holds, { ...copy, ...state, holdingBranchId: branchId }, rules)
}

function moved(hold: HoldFacts | TrappedFor, branchId: number, shelfUntil: Day): MovedHold {
  const { id, changes, reader, pickupBranchId } = hold
  const own = { id, changes, reader, pickupBranchId }
  if (pickupBranchId !== branchId) return { ...own, to: 'in-transit', shelfUntil: null, unchanged: false }
  const unchanged = hold.state === 'waiting'
  return { ...own, to: 'waiting', shelfUntil: unchanged ? hold.shelfUntil : shelfUntil, unchanged }
}

function alertsOf(copy: CopyFacts, state: CopyState, returned: ReturnedLoan | undefined, { branchId }: CheckInRequest): ReturnAlert[] {
  const { incident, trappedFor, place, transfer } = state
  const underway = place === 'in-transit' && transfer?.toBranchId !== branchId
  const waits = place === 'hold-shelf' && trappedFor?.state === 'waiting'
  const alerts: [boolean, ReturnAlert][] = [
    [(returned?.overdueDays ?? 0) > 0, 'loan-was-overdue'],
    [incident?.kind === 'lost', 'lost-copy-is-found'],
    [incident?.kind === 'missing', 'missing-copy-is-found'],
    [incident?.kind === 'claimed-returned', 'claimed-copy-is-found'],
    [incident?.kind === 'damaged', 'copy-is-damaged'],
    [copy.withdrawn, 'copy-is-withdrawn'],
    [waits && trappedFor.pickupBranchId === branchId, 'set-aside-already'],
    [waits && trappedFor.pickupBranchId !== branchId, 'waits-at-another-branch'],
    [trappedFor?.state === 'cancelled' || trappedFor?.state === 'expired', 'hold-was-given-up'],
    [underway && transfer?.fromBranchId !== branchId, 'wrong-branch'],
    [underway && transfer?.fromBranchId === branchId, 'has-not-left-yet'],
  ]
  return alerts.filter(([holds]) => holds).map(([, alert]) => alert)
}

function changesNothing({
  state,
  branchId,
  returned,
  usedOnSite,
  received,
  dropped,
  found,
  cleared,
  hold,
  sent,
  routeTo,
}: CheckedIn): boolean {
  const something = returned || usedOnSite || received || dropped || found || cleared || hold || sent || routeTo !== null
  return !something && state.holdingBranchId === branchId
}
