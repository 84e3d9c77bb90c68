import type { Day } from '../../worker/domain/calendar.ts'
import { type Question, rowsOf } from '../client.ts'

/** The reader's form at the desk: who, and what is out. */
export function findReader(card: string, today: Day) {
  return {
    statements: [
      { sql: 'SELECT card, name, category, branch_id, card_expires_on, blocked_reason FROM readers WHERE card = ?', args: [card] },
      {
        sql: `SELECT l.id, l.due_on, l.lent_at, c.barcode, r.title FROM loans l JOIN copies c ON c.id = l.copy_id JOIN records r ON r.id = c.record_id
              WHERE l.returned_at IS NULL AND l.reader_id = (SELECT id FROM readers WHERE card = ?) ORDER BY l.due_on, l.id`,
        args: [card],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      if (!row) return undefined
      return {
        reader: {
          card: String(row.card),
          name: String(row.name),
          category: String(row.category),
          branchId: Number(row.branch_id),
          cardExpiresOn: String(row.card_expires_on),
          blockedReason: row.blocked_reason === null ? null : String(row.blocked_reason),
        },
        loans: rowsOf(results, 1).map((loan) => ({
          id: Number(loan.id),
          barcode: String(loan.barcode),
          title: String(loan.title),
          dueOn: String(loan.due_on),
          lentAt: String(loan.lent_at),
          overdue: String(loan.due_on) < today,
        })),
      }
    },
  } satisfies Question<unknown>
}
