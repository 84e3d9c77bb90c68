import type { Day } from '../../calendar.ts'
import { type Refusal, refusalOf, refuse } from '../../refusal.ts'
import { isOpen } from './cancel-hold.ts'
import type { HoldFacts } from './hold.ts'

/** What may be changed; what is not named stays. `wakesOn` null: asleep until it is woken by hand. */
export interface HoldChange {
  suspended?: boolean | undefined
  wakesOn?: Day | null | undefined
  pickupBranchId?: number | undefined
  notAfter?: Day | null | undefined
}

export interface ChangedHold {
  hold: HoldFacts
  suspended: boolean
  wakesOn: Day | null
  pickupBranchId: number
  notAfter: Day | null
}

export interface HoldLimits {
  today: Day
  branches: readonly number[]
  branchesWithoutPickup: readonly number[]
}

/** A hold keeps its place in the queue while it sleeps (R43). Once a copy was found for it, it can only be collected or cancelled. */
export function changeHold(
  hold: HoldFacts | undefined,
  change: HoldChange,
  { today, branches, branchesWithoutPickup }: HoldLimits,
): ChangedHold | Refusal {
  if (!hold) return refuse('hold-not-found')
  const pickupBranchId = change.pickupBranchId ?? hold.pickupBranchId
  const suspended = change.suspended ?? hold.suspended
  const wakesOn = suspended ? (change.wakesOn === undefined ? wakeDayLeft(hold, change, today) : change.wakesOn) : null
  const refusal = refusalOf([
    [!isOpen(hold), 'hold-is-closed'],
    [isOpen(hold) && hold.state !== 'queued', 'copy-was-already-found'],
    [!branches.includes(pickupBranchId), 'branch-not-found'],
    [branchesWithoutPickup.includes(pickupBranchId), 'branch-gives-out-no-holds'],
    [typeof change.wakesOn === 'string' && change.wakesOn <= today, 'day-has-passed'],
    [typeof change.notAfter === 'string' && change.notAfter < today, 'day-has-passed'],
  ])
  return refusal ?? { hold, suspended, wakesOn, pickupBranchId, notAfter: change.notAfter === undefined ? hold.notAfter : change.notAfter }
}

/** A day that came before the night woke the hold stands against no other change; put to sleep anew, it sleeps until it is woken. */
function wakeDayLeft({ wakesOn }: HoldFacts, { suspended }: HoldChange, today: Day): Day | null {
  return suspended && wakesOn !== null && wakesOn <= today ? null : wakesOn
}
