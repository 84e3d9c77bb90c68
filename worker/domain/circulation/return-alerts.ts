import type { CopyState } from './copy-state.ts'
import type { CopyFacts } from './facts.ts'

/** What the desk should know although nothing stands against the deed (R10). */
export type ReturnAlert =
  | 'loan-was-overdue'
  | 'lost-copy-is-found'
  | 'missing-copy-is-found'
  | 'claimed-copy-is-found'
  | 'copy-is-damaged'
  | 'copy-is-withdrawn'
  | 'set-aside-already'
  | 'hold-was-given-up'
  | 'waits-at-another-branch'
  | 'wrong-branch'
  | 'has-not-left-yet'

export function returnAlerts(copy: CopyFacts, state: CopyState, overdueDays: number, branchId: number): ReturnAlert[] {
  const { incident, trappedFor, place, transfer } = state
  const underway = place === 'in-transit' && transfer?.toBranchId !== branchId
  const waits = place === 'hold-shelf' && trappedFor?.state === 'waiting'
  const alerts: [boolean, ReturnAlert][] = [
    [overdueDays > 0, 'loan-was-overdue'],
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
