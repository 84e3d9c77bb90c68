import type { Row } from '@libsql/client/http'
import type { JournalRow, WhereAny } from '../../worker/domain/statistics/answers.ts'
import type { Period } from '../../worker/domain/statistics/period.ts'
import { SPLITS, UNITS, type Unit } from '../../worker/domain/statistics/units.ts'
import { type Question, rowsOf } from '../client.ts'
import { COLUMN_OF } from './counting.ts'

const ROWS = `SELECT j.*, s.name AS by_name, r.title FROM journal j
  LEFT JOIN staff s ON s.id = j.staff_id LEFT JOIN records r ON r.id = j.record_id`

export interface RowQuery {
  /** Together: a figure may be the sum of several. */
  units: readonly Unit[]
  period: Period
  branch: number | null
  where: WhereAny
  /** Only what came after the day was closed: in this correction, or in any (0). */
  correction?: number | undefined
  /** The last row of the page before. */
  after: { day: string; id: number } | undefined
  page: number
}

const LATE = `AND EXISTS (SELECT 1 FROM day_closings c WHERE c.day = j.day AND c.branch_id = coalesce(j.branch_id, 0) AND c.correction > 0
  AND ? IN (0, c.correction) AND j.id > c.journal_after AND j.id <= c.journal_to
  AND c.version = (SELECT max(v.version) FROM day_closings v WHERE v.day = c.day AND v.branch_id = c.branch_id))`

/** The lines of the journal that a figure counts, day by day: they sum up to it. */
export function listRowsBehind({ units, period: { from, to }, branch, where, correction, after, page }: RowQuery): Question<JournalRow[]> {
  const counted = units.map((unit) => linesOf(unit, where))
  return {
    statements: [
      {
        sql: `${ROWS} WHERE j.day BETWEEN ? AND ? AND (j.day, j.id) > (?, ?) AND (? IS NULL OR coalesce(j.branch_id, 0) = ?)
              AND (${counted.map(({ sql }) => sql).join(' OR ')}) ${correction === undefined ? '' : LATE}
              ORDER BY j.day, j.id LIMIT ?`,
        args: [
          after?.day ?? from,
          to,
          after?.day ?? '',
          after?.id ?? 0,
          branch,
          branch,
          ...counted.flatMap(({ args }) => args),
          ...(correction === undefined ? [] : [correction]),
          page,
        ],
      },
    ],
    read: (results) => rowsOf(results).map(journalRowOf),
  }
}

/** How the lines of one unit are known, under these conditions. */
function linesOf(unit: Unit, where: WhereAny): { sql: string; args: string[] } {
  const { deeds, of, splits } = UNITS[unit]
  const conditions = SPLITS.filter((split) => splits.includes(split)).flatMap((split) => {
    const values = where[split]
    if (!values) return []
    const known = split === 'byHand' ? values.map((value) => Number(value === '1')) : values
    return [{ sql: `AND coalesce(j.${COLUMN_OF[split]}, '') IN (SELECT value FROM json_each(?))`, arg: JSON.stringify(known) }]
  })
  const counts = of === 'quantity' ? '' : of === 'amount' ? 'AND j.amount <> 0' : 'AND j.first_of_year = 1'
  return {
    sql: `(j.deed IN (SELECT value FROM json_each(?)) ${counts} ${conditions.map(({ sql }) => sql).join(' ')})`,
    args: [JSON.stringify(deeds), ...conditions.map(({ arg }) => arg)],
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
