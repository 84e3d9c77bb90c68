import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { RemindableLoan, Reminder } from '../../worker/domain/notices/remind.ts'
import { type Question, rowsOf } from '../client.ts'

/** One loan of this branch, and what its reader was told of it. */
export function remindFacts(loanId: number, branchId: number, today: Day): Question<RemindableLoan | undefined> {
  return {
    statements: [
      {
        sql: `SELECT l.id, l.reader_id, l.branch_id, l.due_on, l.returned_at, l.on_site, coalesce(d.email, '') <> '' AS has_email,
                EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = l.copy_id AND i.closed_at IS NULL AND i.kind <> 'damaged') AS unasked,
                (SELECT max(n.id) FROM notices n WHERE n.loan_id = l.id AND n.kind = 'overdue' AND n.settled_at IS NULL) AS open_notice,
                EXISTS (SELECT 1 FROM notices n WHERE n.loan_id = l.id AND n.kind = 'overdue' AND n.day = l.due_on
                  AND n.step = CAST(julianday(:today) - julianday(l.due_on) AS INTEGER)) AS made_today
              FROM loans l JOIN readers d ON d.id = l.reader_id WHERE l.id = :loan AND l.branch_id = :branch`,
        args: { loan: loanId, branch: branchId, today },
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      return (
        row && {
          id: Number(row.id),
          readerId: Number(row.reader_id),
          branchId: Number(row.branch_id),
          hasEmail: row.has_email === 1,
          dueOn: String(row.due_on),
          returned: row.returned_at !== null,
          onSite: row.on_site === 1,
          unasked: row.unasked === 1,
          openNotice: row.open_notice === null ? null : Number(row.open_notice),
          madeToday: row.made_today === 1,
        }
      )
    },
  }
}

/** A notice like those of the night; told already, it is settled with what waited to tell the same. */
export function recordReminder({ loan, step, channel, told }: Reminder, now: Date): InStatement[] {
  const at = now.toISOString()
  const settled = told ? at : null
  const made: InStatement = {
    sql: `INSERT INTO notices (kind, loan_id, reader_id, branch_id, day, step, channel, made_at, try_after, settled_at, settled_as)
          VALUES ('overdue', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [loan.id, loan.readerId, loan.branchId, loan.dueOn, step, channel, at, at, settled, told ? 'printed' : null],
  }
  return [...(loan.openNotice === null ? [] : [settleOpen(loan.id, at)]), ...(loan.madeToday ? [] : [made])]
}

const settleOpen = (loanId: number, at: string): InStatement => ({
  sql: "UPDATE notices SET settled_at = ?, settled_as = 'printed' WHERE loan_id = ? AND kind = 'overdue' AND settled_at IS NULL",
  args: [at, loanId],
})
