import type { InStatement } from '@libsql/client/http'
import type { StockRow, WhereAny } from '../../worker/domain/statistics/answers.ts'
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

export interface StockQuery {
  month: string
  branch: number | null
  where: WhereAny
  /** The number of the last copy of the page before. */
  after: number
  page: number
}

const COLUMNS = { contentGroup: 'r.content_group', language: 'r.language', kind: 'r.kind' } as const
const CONDITIONS = ['contentGroup', 'language', 'kind'] as const

/** The copies that stood on the shelves at the end of a month, where they stand now. */
export function listStockBehind({ month, branch, where, after, page }: StockQuery): Question<StockRow[]> {
  const conditions = CONDITIONS.flatMap((split) =>
    where[split] ? [{ sql: `AND ${COLUMNS[split]} IN (SELECT value FROM json_each(?))`, arg: JSON.stringify(where[split]) }] : [],
  )
  return {
    statements: [
      {
        sql: `SELECT c.id, c.barcode, c.inventory_number, c.record_id, c.holding_branch_id, c.added_on, r.title, r.content_group, r.language, r.kind
              FROM copies c JOIN records r ON r.id = c.record_id
              WHERE c.id > ? AND (? IS NULL OR c.holding_branch_id = ?) AND (c.added_on IS NULL OR substr(c.added_on, 1, 7) <= ?)
                AND (c.withdrawn_on IS NULL OR substr(c.withdrawn_on, 1, 7) > ?) ${conditions.map(({ sql }) => sql).join(' ')}
              ORDER BY c.id LIMIT ?`,
        args: [after, branch, branch, month, month, ...conditions.map(({ arg }) => arg), page],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: Number(row.id),
        barcode: String(row.barcode),
        inventoryNumber: row.inventory_number === null ? null : String(row.inventory_number),
        title: String(row.title),
        recordId: Number(row.record_id),
        branch: Number(row.holding_branch_id),
        contentGroup: String(row.content_group),
        language: String(row.language),
        kind: String(row.kind),
        addedOn: row.added_on === null ? null : String(row.added_on),
      })),
  }
}
