import type { Availability } from '../../worker/domain/catalogue/hit.ts'
import { type Question, rowsOf } from '../client.ts'

/** Copies and those that can be had now, of each record, everywhere or at some branches. */
export function availability(records: number[], branches: number[]): Question<Availability[]> {
  const here = branches.length > 0 ? 'AND s.branch_id IN (SELECT value FROM json_each(?))' : ''
  return {
    statements: [
      {
        sql: `SELECT r.value AS id, coalesce(sum(s.copies), 0) AS total, coalesce(sum(s.on_shelf), 0) AS available
              FROM json_each(?) r LEFT JOIN stock s ON s.record_id = r.value ${here} GROUP BY r.value`,
        args: [JSON.stringify(records), ...(branches.length > 0 ? [JSON.stringify(branches)] : [])],
      },
    ],
    read: (results) => rowsOf(results).map((row) => ({ id: Number(row.id), total: Number(row.total), available: Number(row.available) })),
  }
}
