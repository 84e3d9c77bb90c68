import { addDays, type Day } from '../../calendar.ts'
import type { CopyState } from '../copy-state.ts'
import type { CopyFacts } from '../facts.ts'
import { type HoldFacts, sleeps } from './hold.ts'

/** Why a hold was passed over: nobody is overtaken without a reason that can be shown (R45). */
export type SkipReason =
  | 'suspended'
  | 'no-longer-needed'
  | 'waits-for-another-copy'
  | 'pickup-branch-is-closed'
  | 'copy-is-at-a-closed-branch'
  | 'copy-stays-at-its-branch'
  | 'new-copy-stays-at-its-branch'

export interface Skip {
  holdId: number
  position: number
  barcode: string
  reason: SkipReason
}

export interface HoldRules {
  today: Day
  /** Branches closed for days: nothing is sent there. */
  closedBranches: readonly number[]
  /** Branches whose copies do not travel. */
  branchesThatKeepCopies: readonly number[]
  /** Copies added less than this many days ago stay at their branch (R4c); 0 switches it off. */
  newCopyDays: number
}

export type HoldableCopy = Pick<CopyFacts, 'id' | 'barcode' | 'homeBranchId' | 'onSiteOnly' | 'withdrawn'> &
  Pick<CopyState, 'holdingBranchId' | 'addedOn' | 'incident'>

/** May this copy be set aside for anybody at all? */
export function canFillHolds({ withdrawn, onSiteOnly, incident }: HoldableCopy): boolean {
  return !withdrawn && !onSiteOnly && incident === undefined
}

export function reasonToSkip(hold: HoldFacts, copy: HoldableCopy, rules: HoldRules): SkipReason | undefined {
  const { today, closedBranches, branchesThatKeepCopies, newCopyDays } = rules
  const travels = hold.pickupBranchId !== copy.holdingBranchId
  if (sleeps(hold, today)) return 'suspended'
  if (hold.notAfter !== null && hold.notAfter < today) return 'no-longer-needed'
  if (hold.copyId !== null && hold.copyId !== copy.id) return 'waits-for-another-copy'
  if (travels && closedBranches.includes(hold.pickupBranchId)) return 'pickup-branch-is-closed'
  if (hold.pickupBranchId !== copy.homeBranchId) {
    if (branchesThatKeepCopies.includes(copy.homeBranchId)) return 'copy-stays-at-its-branch'
    if (copy.addedOn !== null && addDays(copy.addedOn, newCopyDays) > today) return 'new-copy-stays-at-its-branch'
  }
  return undefined
}

/** The open holds that this copy could fill, first come first (R12, R17, R31). */
export function holdsThatThisCopyCouldFill(holds: readonly HoldFacts[], copy: HoldableCopy, rules: HoldRules): HoldFacts[] {
  if (!canFillHolds(copy)) return []
  return inOrder(holds).filter((hold) => reasonToSkip(hold, copy, rules) === undefined)
}

/** The hold that gets this copy: the first in the queue that it may fill, and who was passed over and why (R44, R45). */
export function nextHoldFor(
  holds: readonly HoldFacts[],
  copy: HoldableCopy,
  rules: HoldRules,
): { hold: HoldFacts | undefined; skips: Skip[] } {
  const skips: Skip[] = []
  if (!canFillHolds(copy)) return { hold: undefined, skips }
  for (const hold of inOrder(holds)) {
    const reason = reasonToSkip(hold, copy, rules)
    if (reason === undefined) return { hold, skips }
    skips.push({ holdId: hold.id, position: hold.position, barcode: copy.barcode, reason })
  }
  return { hold: undefined, skips }
}

const inOrder = (holds: readonly HoldFacts[]) => holds.filter(({ state }) => state === 'queued').sort((a, b) => a.position - b.position)
