import { type Refusal, refusalOf, refuse } from '../../refusal.ts'
import type { CopyState, OpenTransfer, TransferReason } from '../copy-state.ts'
import type { CopyFacts, LoanFacts } from '../facts.ts'

export interface SendTransferFacts {
  copy: CopyFacts | undefined
  openLoan: LoanFacts | undefined
  state: CopyState | undefined
  rules: { branches: readonly number[]; branchesThatKeepCopies: readonly number[] }
}

/** `deskBranchId`: the copy is in hand there and leaves now; without it, the branch that holds the copy is asked to send it (R50). */
export interface TransferRequest {
  toBranchId: number
  deskBranchId?: number | undefined
}

export interface SentTransfer {
  copy: CopyFacts
  state: CopyState
  fromBranchId: number
  toBranchId: number
  reason: TransferReason
  holdId: number | null
  sent: boolean
  /** It was asked for before and is only sent now. */
  requested: OpenTransfer | undefined
}

/** Sends a copy to another branch, or asks the branch that holds it to send it (R50, R51). */
export function sendTransfer(facts: SendTransferFacts, { toBranchId, deskBranchId }: TransferRequest): SentTransfer | Refusal {
  const { copy, openLoan, state, rules } = facts
  if (!copy || !state) return refuse('copy-not-found')
  const fromBranchId = deskBranchId ?? state.holdingBranchId
  const open = state.transfer
  const requested = deskBranchId !== undefined && open?.sentAt === null && open.toBranchId === toBranchId ? open : undefined
  const refusal = refusalOf([
    [!rules.branches.includes(toBranchId), 'branch-not-found'],
    [openLoan !== undefined, 'copy-is-on-loan'],
    [copy.withdrawn, 'copy-is-withdrawn'],
    [state.incident !== undefined && state.incident.kind !== 'damaged', 'copy-is-lost'],
    [open !== undefined && !requested, 'copy-is-in-transit'],
    [state.place === 'hold-shelf', 'copy-is-set-aside'],
    [toBranchId === fromBranchId, 'copy-is-there-already'],
    [toBranchId !== copy.homeBranchId && rules.branchesThatKeepCopies.includes(copy.homeBranchId), 'copy-stays-at-its-branch'],
  ])
  if (refusal) return refusal
  const reason = toBranchId === copy.homeBranchId ? 'home' : 'asked'
  return { copy, state, fromBranchId, toBranchId, reason, holdId: null, sent: deskBranchId !== undefined, requested }
}
