import { type Refusal, refuse } from '../../refusal.ts'
import type { CopyState, OpenTransfer } from '../copy-state.ts'
import type { CopyFacts } from '../facts.ts'

export interface CancelledTransfer {
  transfer: OpenTransfer
  copy: CopyFacts
  state: CopyState
  reason: string
  /** A copy under way turns round to the branch that sent it (R52). */
  turnsRound: boolean
  /** The hold it travelled for goes back to its place in the queue. */
  releasedHold: { id: number; changes: number } | undefined
}

/** Cancels a transfer for a reason; one that was sent only if that is confirmed (R52). */
export function cancelTransfer(
  { copy, state }: { copy: CopyFacts | undefined; state: CopyState | undefined },
  reason: string,
  confirmed: boolean,
): CancelledTransfer | Refusal {
  if (!copy || !state) return refuse('copy-not-found')
  const transfer = state.transfer
  if (!transfer) return refuse('transfer-not-found')
  const sent = transfer.sentAt !== null
  if (sent && !confirmed) return { ...refuse('needs-confirmation'), confirmations: ['transfer-is-on-its-way'] }
  const hold = state.trappedFor?.state === 'in-transit' ? state.trappedFor : undefined
  return { transfer, copy, state, reason, turnsRound: sent, releasedHold: hold && { id: hold.id, changes: hold.changes } }
}
