import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { type Question, rowsOf } from '../client.ts'

/** Adds the loans of newly closed days to the popularity of their records; a day counted before adds nothing. */
export function recordPopularity(from: Day, to: Day): InStatement[] {
  return [
    {
      sql: `INSERT INTO popularity SELECT record_id, sum(quantity) FROM journal
            WHERE day BETWEEN ? AND ? AND day > (SELECT to_day FROM popularity_counted) AND deed = 'loan' AND record_id IS NOT NULL
            GROUP BY record_id ON CONFLICT (record_id) DO UPDATE SET loans = loans + excluded.loans`,
      args: [from, to],
    },
    { sql: 'UPDATE popularity_counted SET to_day = max(to_day, ?)', args: [to] },
  ]
}

export interface Standing {
  recordId: number
  place: number
  loans: number
  addedAt: string
}

/** Where the records stand in the index that were lent on these days. */
export function listLent(from: Day, to: Day): Question<Standing[]> {
  return {
    statements: [
      {
        sql: `SELECT p.record_id, i.place, p.loans, r.added_at FROM popularity p JOIN index_lines i ON i.record_id = p.record_id
              JOIN records r ON r.id = p.record_id
              WHERE p.record_id IN (SELECT record_id FROM journal WHERE day BETWEEN ? AND ? AND deed = 'loan')`,
        args: [from, to],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        recordId: Number(row.record_id),
        place: Number(row.place),
        loans: Number(row.loans),
        addedAt: String(row.added_at),
      })),
  }
}
