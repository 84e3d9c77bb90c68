import type { Day } from '../../worker/domain/calendar.ts'
import type { OverdueLoan } from '../../worker/domain/circulation/overdue-loan.ts'
import { type Question, rowsOf } from '../client.ts'
import { noticeReaderOf } from '../notices/open-notices.ts'
import { textOrNull } from './copy-state.ts'
import type { After } from './night.ts'

/** As many as one print-out takes. */
export const OVERDUE_PAGE = 200

const REMINDED = "(SELECT max(n.settled_at) FROM notices n WHERE n.loan_id = l.id AND n.kind = 'overdue' AND n.settled_as <> 'dropped')"

/** The loans of a branch due on or before this day, the longest overdue first. */
export function listOverdueLoans(branchId: number, dueBy: Day, after: After | undefined): Question<OverdueLoan[]> {
  return {
    statements: [
      {
        sql: `SELECT l.id, l.due_on, l.lent_at, c.barcode, r.title, i.kind AS mark, ${REMINDED} AS reminded_at, d.id AS reader_id, d.card, d.name, d.email, d.phone, d.notice_language
              FROM loans l JOIN copies c ON c.id = l.copy_id JOIN records r ON r.id = c.record_id JOIN readers d ON d.id = l.reader_id
              LEFT JOIN copy_incidents i ON i.copy_id = l.copy_id AND i.closed_at IS NULL
              WHERE l.returned_at IS NULL AND l.due_on <= ? AND (l.due_on, l.id) > (?, ?) AND +l.branch_id = ? AND l.on_site = 0
              ORDER BY l.due_on, l.id LIMIT ${OVERDUE_PAGE}`,
        args: [dueBy, after?.dueOn ?? '', after?.id ?? 0, branchId],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: Number(row.id),
        barcode: String(row.barcode),
        title: String(row.title),
        dueOn: String(row.due_on),
        lentAt: String(row.lent_at),
        mark: textOrNull(row.mark),
        remindedAt: textOrNull(row.reminded_at),
        reader: noticeReaderOf(row),
      })),
  }
}
