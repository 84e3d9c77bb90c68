import type { Day } from '../../worker/domain/calendar.ts'
import type { HeldLoan, Standing } from '../../worker/domain/circulation/standing.ts'
import { type Question, rowsOf } from '../client.ts'
import type { Unknown } from './calendar.ts'

/** Nobody holds more at once; the list stays short even if the policy sets no limit. */
const MOST = 300

const LOANS = `SELECT l.id, l.due_on, l.on_site, c.record_id, coalesce(l.rules_branch_id, c.branch_id) AS branch_id,
    coalesce(l.material, c.material, (SELECT r.kind FROM records r WHERE r.id = c.record_id)) AS material,
    (SELECT m.parent FROM materials m WHERE m.slug = coalesce(l.material, c.material)) AS parent,
    (SELECT i.kind FROM copy_incidents i WHERE i.copy_id = l.copy_id AND i.closed_at IS NULL) AS incident
  FROM loans l JOIN copies c ON c.id = l.copy_id`
const SUSPENDED = `SELECT max(until_on) FROM reader_blocks WHERE lifted_at IS NULL AND kind = 'suspension' AND until_on >= ?`
const DEBT = 'SELECT coalesce(sum(amount), 0) FROM charges WHERE settled_at IS NULL'

export const readerOfCard = (card: string): Unknown => ({ sql: '(SELECT id FROM readers WHERE card = ?)', args: [card] })

export const readerWithCopy = (barcode: string): Unknown => ({
  sql: '(SELECT reader_id FROM loans WHERE returned_at IS NULL AND copy_id = (SELECT id FROM copies WHERE barcode = ?))',
  args: [barcode],
})

/** What a reader has, owes and may not: two statements, bounded by what is open. */
export function standingFacts(reader: Unknown, today: Day): Question<Standing> {
  return {
    statements: [
      { sql: `${LOANS} WHERE l.reader_id = ${reader.sql} AND l.returned_at IS NULL ORDER BY l.due_on LIMIT ${MOST}`, args: reader.args },
      {
        sql: `SELECT (${SUSPENDED} AND reader_id = ${reader.sql}) AS suspended_until, (${DEBT} AND reader_id = ${reader.sql}) AS debt`,
        args: [today, ...reader.args, ...reader.args],
      },
    ],
    read: (results) => {
      const row = rowsOf(results, 1)[0]
      return {
        loans: rowsOf(results).map(
          (loan): HeldLoan => ({
            id: Number(loan.id),
            recordId: Number(loan.record_id),
            dueOn: String(loan.due_on),
            onSite: loan.on_site === 1,
            branchId: Number(loan.branch_id),
            material: String(loan.material),
            parentMaterial: loan.parent === null ? null : String(loan.parent),
            lost: loan.incident === 'lost',
            claimed: loan.incident === 'claimed-returned',
          }),
        ),
        suspendedUntil: row?.suspended_until ? String(row.suspended_until) : null,
        debt: Number(row?.debt ?? 0),
      }
    },
  }
}
