import type { InStatement } from '@libsql/client/http'
import type { Where } from '../../worker/domain/statistics/figure.ts'
import { type Question, rowsOf } from '../client.ts'

export interface StockFigure {
  count: number
  where: Where
}

/** Counts what stands on the shelves by branch, content, language and kind, as this month's figures. */
export function recordStock(month: string): InStatement[] {
  return [
    { sql: 'DELETE FROM stock_figures WHERE period = ?', args: [month] },
    {
      sql: `INSERT INTO stock_figures SELECT ?, s.branch_id, r.content_group, r.language, r.kind, sum(s.copies) AS count
            FROM stock s JOIN records r ON r.id = s.record_id GROUP BY 2, 3, 4, 5 HAVING count > 0`,
      args: [month],
    },
  ]
}

/** The stock at the end of a month, or as it was counted last before that; empty when it never was. */
export function stockAt(month: string, branch: number | null): Question<StockFigure[]> {
  return {
    statements: [
      {
        sql: `SELECT branch_id, content_group, language, kind, count FROM stock_figures
              WHERE period = (SELECT max(period) FROM stock_figures WHERE period <= ?) AND (? IS NULL OR branch_id = ?)`,
        args: [month, branch, branch],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        count: Number(row.count),
        where: {
          branch: String(row.branch_id),
          contentGroup: String(row.content_group),
          language: String(row.language),
          kind: String(row.kind),
        },
      })),
  }
}
