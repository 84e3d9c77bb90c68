import type { InStatement } from '@libsql/client/http'
import type { OpenTransfer } from '../../worker/domain/circulation/copy-state.ts'
import type { CancelledTransfer } from '../../worker/domain/circulation/transfers/cancel-transfer.ts'
import type { SentTransfer } from '../../worker/domain/circulation/transfers/send-transfer.ts'
import { journalLine } from '../journal.ts'
import { type By, recordCopyChange, recordCopySeen } from './record-copy.ts'
import { recordHoldReleased } from './record-hold.ts'

interface Sending {
  copyId: number
  fromBranchId: number
  toBranchId: number
  reason: string
  holdId: number | null
  sent: boolean
}

export function insertTransfer({ copyId, fromBranchId, toBranchId, reason, holdId, sent }: Sending, { now, staffId }: By): InStatement {
  const at = now.toISOString()
  return {
    sql: `INSERT INTO transfers (copy_id, from_branch_id, to_branch_id, reason, hold_id, requested_at, requested_by, sent_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [copyId, fromBranchId, toBranchId, reason, holdId, at, staffId, sent ? at : null],
  }
}

export function markSent({ id }: OpenTransfer, fromBranchId: number, { now }: By): InStatement {
  return { sql: 'UPDATE transfers SET sent_at = ?, from_branch_id = ? WHERE id = ?', args: [now.toISOString(), fromBranchId, id] }
}

export function markReceived({ id }: OpenTransfer, { now }: By): InStatement {
  return { sql: 'UPDATE transfers SET received_at = ? WHERE id = ?', args: [now.toISOString(), id] }
}

export function markCancelled({ id }: OpenTransfer, reason: string, { now }: By): InStatement {
  return { sql: 'UPDATE transfers SET cancelled_at = ?, cancel_reason = ? WHERE id = ?', args: [now.toISOString(), reason, id] }
}

export function recordSentTransfer({ copy, state, requested, ...transfer }: SentTransfer, by: By): InStatement[] {
  const { sent, fromBranchId } = transfer
  const changed = { id: copy.id, changes: state.changes }
  return [
    ...(sent ? recordCopySeen(changed, 'transfer-sent', by) : recordCopyChange(changed, 'transfer-asked', by)),
    requested ? markSent(requested, fromBranchId, by) : insertTransfer({ copyId: copy.id, ...transfer }, by),
    journalLine({ ...by, deed: sent ? 'transfer-sent' : 'transfer-asked', copy }),
  ]
}

export function recordCancelledTransfer(
  { transfer, copy, state, reason, turnsRound, releasedHold }: CancelledTransfer,
  by: By,
): InStatement[] {
  const { fromBranchId, toBranchId } = transfer
  const back = { copyId: copy.id, fromBranchId: toBranchId, toBranchId: fromBranchId, reason: 'asked', holdId: null, sent: true }
  return [
    ...recordCopyChange({ id: copy.id, changes: state.changes }, 'transfer-cancelled', by),
    markCancelled(transfer, reason, by),
    ...(releasedHold ? recordHoldReleased(releasedHold, by) : []),
    ...(turnsRound ? [insertTransfer(back, by)] : []),
    journalLine({ ...by, deed: 'transfer-cancelled', copy, detail: { reason } }),
  ]
}

/** Puts the number that the database gave to a copy's open transfer into the answer kept. */
export function nameTransfer(key: string, copyId: number, path: '$.transfer.id' | '$.return.transfer.id'): InStatement {
  return {
    sql: `UPDATE idempotency_keys SET answer = json_set(answer, '${path}',
            (SELECT id FROM transfers WHERE copy_id = ? AND received_at IS NULL AND cancelled_at IS NULL)) WHERE key = ?`,
    args: [copyId, key],
  }
}
