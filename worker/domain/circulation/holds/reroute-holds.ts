import { isRefusal, type Refusal, refuse } from '../../refusal.ts'
import { type ChangedHold, changeHold, type HoldLimits } from './change-hold.ts'
import type { HoldFacts } from './hold.ts'

export interface ReroutedHolds {
  holds: ChangedHold[]
}

/** Those who wait for a book at a closed branch collect it at another: nobody loses a place in the queue (R70). */
export function rerouteHolds(holds: readonly HoldFacts[], from: number, to: number, limits: HoldLimits): ReroutedHolds | Refusal {
  if (from === to) return refuse('bad-request')
  if (!limits.branches.includes(to)) return refuse('branch-not-found')
  if (limits.branchesWithoutPickup.includes(to)) return refuse('branch-gives-out-no-holds')
  const changed = holds.map((hold) => changeHold(hold, { pickupBranchId: to }, limits))
  return { holds: changed.filter((hold): hold is ChangedHold => !isRefusal(hold)) }
}
