import type { Day } from '../../worker/domain/calendar.ts'
import { isLate } from '../../worker/domain/circulation/transfers/overdue-transfer.ts'
import { type Question, rowsOf } from '../client.ts'
import { textOrNull } from './copy-state.ts'

export interface ListedTransfer {
  id: number
  barcode: string
  title: string
  fromBranchId: number
  toBranchId: number
  reason: string
  requestedAt: string
  sentAt: string | null
  /** Under way for longer than the library's warning (R55). */
  late: boolean
}

const MOST = 500
const LINE = `SELECT t.id, t.from_branch_id, t.to_branch_id, t.reason, t.requested_at, t.sent_at, c.barcode, r.title,
    (SELECT transfer_warning_days FROM hold_settings) AS warning_days
  FROM transfers t JOIN copies c ON c.id = t.copy_id JOIN records r ON r.id = c.record_id
  WHERE t.received_at IS NULL AND t.cancelled_at IS NULL AND`

/** What a branch is to send, has sent and expects, longest first. */
export function listTransfers(branchId: number, today: Day): Question<ListedTransfer[]> {
  return {
    statements: [
      {
        sql: `${LINE} t.from_branch_id = ? UNION ALL ${LINE} t.to_branch_id = ? ORDER BY 5, 1 LIMIT ${MOST}`,
        args: [branchId, branchId],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => {
        const sentAt = textOrNull(row.sent_at)
        return {
          id: Number(row.id),
          barcode: String(row.barcode),
          title: String(row.title),
          fromBranchId: Number(row.from_branch_id),
          toBranchId: Number(row.to_branch_id),
          reason: String(row.reason),
          requestedAt: String(row.requested_at),
          sentAt,
          late: isLate({ sentAt }, today, Number(row.warning_days)),
        }
      }),
  }
}
