import type { InStatement } from '@libsql/client/http'
import type { ChargeFacts, OpenCharge, Settlement } from '../../worker/domain/circulation/settle-charge.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'

interface By {
  staffId: number
  branchId: number | null
  now: Date
}

/** What the owner of this card owes. */
export function chargeFacts(card: string): Question<ChargeFacts> {
  return {
    statements: [
      { sql: 'SELECT id FROM readers WHERE card = ?', args: [card] },
      {
        sql: `SELECT id, kind, amount, loan_id, made_at FROM charges
              WHERE settled_at IS NULL AND reader_id = (SELECT id FROM readers WHERE card = ?) ORDER BY id LIMIT 200`,
        args: [card],
      },
    ],
    read: (results) => ({
      readerId: rowsOf(results).map((row) => Number(row.id))[0],
      charges: rowsOf(results, 1).map(
        (row): OpenCharge => ({
          id: Number(row.id),
          kind: row.kind === 'lost' ? 'lost' : 'overdue',
          amount: Number(row.amount),
          loanId: Number(row.loan_id),
          madeAt: String(row.made_at),
        }),
      ),
    }),
  }
}

/** Two desks settling one charge break on the ordinal: a charge is settled once. */
export function recordSettled({ id, amount }: OpenCharge, as: Settlement, { staffId, branchId, now }: By): InStatement[] {
  const at = now.toISOString()
  return [
    { sql: 'INSERT INTO charge_changes VALUES (?, 1, ?, ?, ?)', args: [id, as, at, staffId] },
    { sql: 'UPDATE charges SET settled_at = ?, settled_as = ?, settled_by = ? WHERE id = ?', args: [at, as, staffId, id] },
    journalLine({ deed: 'charge-settled', staffId, branchId, now, detail: { as, amount } }),
  ]
}
