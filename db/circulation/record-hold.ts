import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { CancelledHold } from '../../worker/domain/circulation/holds/cancel-hold.ts'
import type { ChangedHold } from '../../worker/domain/circulation/holds/change-hold.ts'
import type { NewHold } from '../../worker/domain/circulation/holds/place-hold.ts'
import { journalLine } from '../journal.ts'
import { recordHoldNotice } from '../notices/make-notices.ts'
import type { By } from './record-copy.ts'

interface Changing {
  id: number
  changes: number
}

/** Two deeds from the same facts break on the ordinal: one of them looks again. */
export function holdChange({ id, changes }: Changing, deed: string, { branchId, now, staffId }: By): InStatement {
  return { sql: 'INSERT INTO hold_changes VALUES (?, ?, ?, ?, ?, ?)', args: [id, changes + 1, deed, branchId, now.toISOString(), staffId] }
}

/** Its place in the queue is given by the database: two holds placed at once stand one behind the other. */
export function recordHold(hold: NewHold, today: Day, by: By): InStatement[] {
  const { recordId, copyId, reader, readerOrdinal, pickupBranchId, notBefore, notAfter } = hold
  const at = by.now.toISOString()
  return [
    {
      sql: `INSERT INTO holds (record_id, copy_id, reader_id, reader_ordinal, queue_ordinal, pickup_branch_id, placed_on, placed_at, placed_by,
              not_after, suspended_at, wakes_on)
            VALUES (?, ?, ?, ?, (SELECT coalesce(max(queue_ordinal), 0) + 1 FROM holds WHERE record_id = ?), ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        recordId,
        copyId,
        reader.id,
        readerOrdinal,
        recordId,
        pickupBranchId,
        today,
        at,
        by.staffId,
        notAfter,
        notBefore && at,
        notBefore,
      ],
    },
    { sql: 'UPDATE readers SET holds_made = max(holds_made, ?) WHERE id = ?', args: [readerOrdinal, reader.id] },
    journalLine({ ...by, deed: 'hold', recordId }),
  ]
}

/** Puts the number and the place that the database gave to a reader's hold into the answer kept. */
export function nameHold(key: string, { recordId, reader }: NewHold): InStatement {
  return {
    sql: `UPDATE idempotency_keys SET answer = (SELECT json_set(answer, '$.hold.id', h.id, '$.hold.position',
              (SELECT count(*) FROM holds q WHERE q.record_id = h.record_id AND q.state = 'queued' AND q.queue_ordinal <= h.queue_ordinal))
            FROM holds h WHERE h.record_id = ? AND h.reader_id = ? AND h.closed_at IS NULL) WHERE key = ?`,
    args: [recordId, reader.id, key],
  }
}

export function recordChangedHold({ hold, suspended, wakesOn, pickupBranchId, notAfter }: ChangedHold, by: By): InStatement[] {
  return [
    holdChange(hold, 'changed', by),
    {
      sql: `UPDATE holds SET suspended_at = CASE WHEN ? THEN coalesce(suspended_at, ?) END, wakes_on = ?, pickup_branch_id = ?, not_after = ?,
              changes = ? WHERE id = ?`,
      args: [suspended ? 1 : 0, by.now.toISOString(), wakesOn, pickupBranchId, notAfter, hold.changes + 1, hold.id],
    },
    journalLine({ ...by, deed: 'hold-changed', recordId: hold.recordId }),
  ]
}

export function recordCancelledHold({ hold }: CancelledHold, reason: string | null, by: By): InStatement[] {
  return [...closeHold(hold, 'cancelled', reason, by), journalLine({ ...by, deed: 'hold-cancelled', recordId: hold.recordId })]
}

/** The copy of an expired hold stays set aside until it is scanned (R4a). */
export function recordExpiredHold(
  hold: Changing & { recordId: number },
  reason: 'not-collected' | 'no-longer-needed',
  by: By,
): InStatement[] {
  return [...closeHold(hold, 'expired', reason, by), journalLine({ ...by, deed: 'hold-expired', recordId: hold.recordId })]
}

/** Lent to the reader who waited for it (R17). Goes before the loan in the batch: the copy leaves the hold shelf first. */
export function recordHoldFilled(hold: Changing & { recordId: number }, copyId: number, by: By): InStatement[] {
  return [
    holdChange(hold, 'filled', by),
    {
      sql: `UPDATE holds SET state = 'filled', trapped_copy_id = ?, closed_at = ?, changes = ? WHERE id = ?`,
      args: [copyId, by.now.toISOString(), hold.changes + 1, hold.id],
    },
    journalLine({ ...by, deed: 'hold-filled', recordId: hold.recordId }),
  ]
}

/** Its copy goes elsewhere: the hold is back in its old place in the queue (R17). Goes before the loan in the batch. */
export function recordHoldReleased(hold: Changing, by: By): InStatement[] {
  return [
    holdChange(hold, 'released', by),
    {
      sql: `UPDATE holds SET state = 'queued', trapped_copy_id = NULL, waiting_since = NULL, shelf_until = NULL, changes = ? WHERE id = ?`,
      args: [hold.changes + 1, hold.id],
    },
  ]
}

/** A copy set aside for a hold that was given up leaves the hold shelf. */
export function recordOffHoldShelf(copyId: number): InStatement {
  return { sql: "DELETE FROM copy_whereabouts WHERE copy_id = ? AND place = 'hold-shelf'", args: [copyId] }
}

interface Trapped extends Changing {
  to: 'waiting' | 'in-transit'
  shelfUntil: Day | null
}

export function recordTrapped({ id, changes, to, shelfUntil }: Trapped, copyId: number, by: By): InStatement[] {
  return [
    holdChange({ id, changes }, to, by),
    {
      sql: 'UPDATE holds SET state = ?, trapped_copy_id = ?, waiting_since = ?, shelf_until = ?, changes = ? WHERE id = ?',
      args: [to, copyId, to === 'waiting' ? by.now.toISOString() : null, shelfUntil, changes + 1, id],
    },
    ...(to === 'waiting' ? [recordHoldNotice(id, by.now)] : []),
  ]
}

function closeHold(hold: Changing, state: 'cancelled' | 'expired', reason: string | null, by: By): InStatement[] {
  return [
    holdChange(hold, state, by),
    {
      sql: 'UPDATE holds SET state = ?, closed_at = ?, closed_reason = ?, changes = ? WHERE id = ?',
      args: [state, by.now.toISOString(), reason, hold.changes + 1, hold.id],
    },
  ]
}
