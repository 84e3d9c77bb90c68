import type { Row } from '@libsql/client/http'
import type { JournalRow } from '../../worker/domain/statistics/answers.ts'
import type { Where } from '../../worker/domain/statistics/figure.ts'
import type { Period } from '../../worker/domain/statistics/period.ts'
import { SPLITS, UNITS, type Unit } from '../../worker/domain/statistics/units.ts'
import { type Question, rowsOf } from '../client.ts'
import { COLUMN_OF } from './counting.ts'

const ROWS = `SELECT j.*, s.name AS by_name, r.title FROM journal j
  LEFT JOIN staff s ON s.id = j.staff_id LEFT JOIN records r ON r.id = j.record_id`

export interface RowQuery {
  unit: Unit
  period: Period
  branch: number | null
  where: Where
  /** The last row of the page before. */
  after: { day: string; id: number } | undefined
  page: number
}

/** The lines of the journal that a figure counts, day by day: they sum up to it. */
export function listRowsBehind({ unit, period: { from, to }, branch, where, after, page }: RowQuery): Question<JournalRow[]> {
  const { deeds, of, splits } = UNITS[unit]
  const conditions = SPLITS.filter((split) => splits.includes(split)).flatMap((split) => {
    const value = where[split]
    if (value === undefined) return []
    return [{ sql: `AND coalesce(j.${COLUMN_OF[split]}, '') = ?`, arg: split === 'byHand' ? Number(value === '1') : value }]
  })
  const counts = of === 'quantity' ? '' : of === 'amount' ? 'AND j.amount <> 0' : 'AND j.first_of_year = 1'
  return {
    statements: [
      {
        sql: `${ROWS} WHERE j.day BETWEEN ? AND ? AND (j.day, j.id) > (?, ?) AND j.deed IN (SELECT value FROM json_each(?))
              AND (? IS NULL OR coalesce(j.branch_id, 0) = ?) ${counts} ${conditions.map(({ sql }) => sql).join(' ')}
              ORDER BY j.day, j.id LIMIT ?`,
        args: [
          after?.day ?? from,
          to,
          after?.day ?? '',
          after?.id ?? 0,
          JSON.stringify(deeds),
          branch,
          branch,
          ...conditions.map(({ arg }) => arg),
          page,
        ],
      },
    ],
    read: (results) => rowsOf(results).map(journalRowOf),
  }
}

/** What was counted by hand, the newest first, with what took it back. */
export function listHandCounts({ from, to }: Period, branch: number): Question<(JournalRow & { takenBack: boolean })[]> {
  return {
    statements: [
      {
        sql: `SELECT j.*, s.name AS by_name, NULL AS title, EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.id) AS taken_back
              FROM journal j LEFT JOIN staff s ON s.id = j.staff_id
              WHERE j.by_hand = 1 AND j.day BETWEEN ? AND ? AND j.branch_id = ? ORDER BY j.day DESC, j.id DESC LIMIT 500`,
        args: [from, to, branch],
      },
    ],
    read: (results) => rowsOf(results).map((row) => ({ ...journalRowOf(row), takenBack: row.taken_back === 1 })),
  }
}

const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value))
const numberOf = (value: unknown) => (value === null || value === undefined ? null : Number(value))

function journalRowOf(row: Row): JournalRow {
  const detail: { note?: unknown; recordedAt?: unknown } = row.detail === null ? {} : JSON.parse(String(row.detail))
  return {
    id: Number(row.id),
    at: String(row.at),
    recordedAt: textOf(detail.recordedAt),
    day: String(row.day),
    deed: String(row.deed),
    branch: numberOf(row.branch_id),
    by: textOf(row.by_name),
    quantity: Number(row.quantity),
    amount: numberOf(row.amount),
    byHand: row.by_hand === 1,
    contentGroup: textOf(row.content_group),
    language: String(row.language),
    kind: textOf(row.kind),
    readerCategory: textOf(row.reader_category),
    ageBand: textOf(row.age_band),
    title: textOf(row.title),
    recordId: numberOf(row.record_id),
    note: textOf(detail.note),
    undoes: numberOf(row.undoes),
  }
}
