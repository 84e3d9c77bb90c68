import type { Row } from '@libsql/client/http'
import type { HoldFacts, HoldState } from '../../worker/domain/circulation/holds/hold.ts'
import { type Question, rowsOf } from '../client.ts'
import { numberOrNull, textOrNull } from './copy-state.ts'

/** More asleep than this at the head of a queue, and the night's pull list finds the rest. */
const QUEUE_SEEN = 30

export const HOLD_COLUMNS = `h.id, h.record_id, h.copy_id, h.pickup_branch_id, h.state, h.placed_on, h.not_after, h.suspended_at, h.wakes_on,
    h.trapped_copy_id, h.shelf_until, h.changes, d.id AS reader_id, d.card, d.name`
const HOLD = `SELECT ${HOLD_COLUMNS} FROM holds h LEFT JOIN readers d ON d.id = h.reader_id`

export function holdOf(row: Row, position: number): HoldFacts {
  return {
    id: Number(row.id),
    recordId: Number(row.record_id),
    copyId: numberOrNull(row.copy_id),
    reader: { id: Number(row.reader_id), card: String(row.card ?? ''), name: String(row.name ?? '') },
    pickupBranchId: Number(row.pickup_branch_id),
    state: String(row.state) as HoldState,
    position,
    placedOn: String(row.placed_on),
    notAfter: textOrNull(row.not_after),
    suspended: row.suspended_at !== null,
    wakesOn: textOrNull(row.wakes_on),
    trappedCopyId: numberOrNull(row.trapped_copy_id),
    shelfUntil: textOrNull(row.shelf_until),
    changes: Number(row.changes),
  }
}

/** The head of the queue for a copy's record, in its order: what R12, R17, R31 and R44 ask. */
export function holdsForCopy(barcode: string): Question<HoldFacts[]> {
  return {
    statements: [
      {
        sql: `${HOLD} WHERE h.state = 'queued' AND h.record_id = (SELECT record_id FROM copies WHERE barcode = ?)
              ORDER BY h.queue_ordinal LIMIT ${QUEUE_SEEN}`,
        args: [barcode],
      },
    ],
    read: (results) => rowsOf(results).map((row, index) => holdOf(row, index + 1)),
  }
}
