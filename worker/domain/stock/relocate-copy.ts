import type { CopyState } from '../circulation/copy-state.ts'
import type { CopyFacts } from '../circulation/facts.ts'
import { type Refusal, refusalOf, refuse } from '../refusal.ts'

export interface RelocateFacts {
  copy: CopyFacts | undefined
  state: CopyState | undefined
}

export interface RelocatedCopy {
  copy: CopyFacts
  changes: number
  fromBranchId: number
  /** The new home, where the copy is in hand. */
  toBranchId: number
  location: string | null
}

/** A copy in hand gets a new home: the branch that scans it, and a place there. What is lent, on its way or set aside goes on first. */
export function relocateCopy(
  { copy, state }: RelocateFacts,
  { toBranchId, location }: { toBranchId: number; location: string | null },
): RelocatedCopy | Refusal {
  if (!copy || !state) return refuse('copy-not-found')
  const refusal = refusalOf([
    [copy.withdrawn, 'copy-is-withdrawn'],
    [state.place === 'on-loan', 'copy-is-on-loan'],
    [state.place === 'in-transit', 'copy-is-in-transit'],
    [state.place === 'hold-shelf', 'copy-is-set-aside'],
  ])
  return refusal ?? { copy, changes: state.changes, fromBranchId: copy.homeBranchId, toBranchId, location }
}
