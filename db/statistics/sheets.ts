import type { Row } from '@libsql/client/http'
import { addDays, type Day, startOf } from '../../worker/domain/calendar.ts'
import type { DayListAnswer, DayVersion } from '../../worker/domain/statistics/answers.ts'
import type { Figure } from '../../worker/domain/statistics/figure.ts'
import type { Period } from '../../worker/domain/statistics/period.ts'
import { isUnit, SPLITS, type Unit } from '../../worker/domain/statistics/units.ts'
import { type Question, rowsOf } from '../client.ts'
import { openDay } from './counting.ts'
import { figureOf } from './figures.ts'

export interface SheetFigure extends Figure {
  correction: number
}

const read = (row: Row): SheetFigure[] => figureOf(row, SPLITS).map((figure) => ({ ...figure, correction: Number(row.correction) }))

/** The frozen figures of a day of a branch and its corrections. */
export function closedSheet(day: Day, branch: number): Question<SheetFigure[]> {
  return {
    statements: [{ sql: 'SELECT * FROM day_figures WHERE day = ? AND branch_id = ?', args: [day, branch] }],
    read: (results) => rowsOf(results).flatMap(read),
  }
}

/** The same day counted from the journal as it is now. */
export function openSheet(day: Day, branch: number): Question<SheetFigure[]> {
  return { statements: [openDay(day, branch)], read: (results) => rowsOf(results).flatMap(read) }
}

/**
 * What the transactions say of a day, asked of the loans and never of the journal: a line without a deed shows, and a deed
 * without a line. Only where a renewal was made does the journal know; one that it does not have is of the branch that lent.
 */
export function transactedOn(day: Day, branch: number): Question<Map<Unit, number>> {
  const [from, to] = [startOf(day).toISOString(), startOf(addDays(day, 1)).toISOString()]
  return {
    statements: [
      {
        sql: `SELECT CASE on_site WHEN 1 THEN 'on-site-loan' ELSE 'loan' END AS unit, count(*) AS count FROM loans
              WHERE lent_at >= ? AND lent_at < ? AND branch_id = ?
                AND NOT EXISTS (SELECT 1 FROM loan_changes c WHERE c.loan_id = loans.id AND c.deed = 'undone') GROUP BY 1`,
        args: [from, to, branch],
      },
      {
        sql: `WITH renewed AS MATERIALIZED (SELECT loan_id, min(branch_id) AS branch_id FROM journal
                WHERE day = ? AND deed = 'renewal' AND by_hand = 0 AND loan_id IS NOT NULL GROUP BY loan_id)
              SELECT c.deed AS unit, count(*) AS count FROM loan_changes c JOIN loans l ON l.id = c.loan_id LEFT JOIN renewed r ON r.loan_id = c.loan_id
              WHERE c.at >= ? AND c.at < ? AND c.deed IN ('renewal', 'return')
                AND CASE c.deed WHEN 'return' THEN l.returned_branch_id ELSE coalesce(r.branch_id, l.branch_id) END = ? GROUP BY 1`,
        args: [day, from, to, branch],
      },
    ],
    read: (results) =>
      new Map([...rowsOf(results), ...rowsOf(results, 1)].map((row): [Unit, number] => [unitOf(row.unit), Number(row.count)])),
  }
}

function unitOf(value: unknown): Unit {
  const unit = String(value)
  if (!isUnit(unit)) throw new Error(`no unit: ${unit}`)
  return unit
}

/** The versions of a day of a branch, and when each correction was made. */
export function dayVersions(
  day: Day,
  branch: number,
): Question<{ versions: DayVersion[]; corrections: { correction: number; closedAt: string }[] }> {
  return {
    statements: [
      {
        sql: `SELECT c.version, c.correction, c.closed_at, o.reason, o.at, s.name FROM day_closings c
              LEFT JOIN day_reopenings o ON o.day = c.day AND o.branch_id = c.branch_id AND o.version = c.version
              LEFT JOIN staff s ON s.id = o.staff_id
              WHERE c.day = ? AND c.branch_id = ? ORDER BY c.version, c.correction`,
        args: [day, branch],
      },
    ],
    read: (results) => {
      const rows = rowsOf(results)
      const last = Number(rows.at(-1)?.version ?? 0)
      return {
        versions: rows
          .filter(({ correction }) => correction === 0)
          .map((row) => ({
            version: Number(row.version),
            closedAt: String(row.closed_at),
            reopened:
              row.reason === null
                ? null
                : { reason: String(row.reason), at: String(row.at), by: row.name === null ? null : String(row.name) },
          })),
        corrections: rows
          .filter((row) => Number(row.correction) > 0 && Number(row.version) === last)
          .map((row) => ({ correction: Number(row.correction), closedAt: String(row.closed_at) })),
      }
    },
  }
}

/** Every closed day of a branch, the newest first. */
export function listDays({ from, to }: Period, branch: number): Question<DayListAnswer['days']> {
  return {
    statements: [
      {
        sql: `SELECT c.day, c.version, max(c.correction) AS corrections, EXISTS (
                SELECT 1 FROM day_reopenings o WHERE o.day = c.day AND o.branch_id = c.branch_id AND o.version = c.version) AS reopened,
              (SELECT json_group_object(t.unit, t.count) FROM day_totals t WHERE t.day = c.day AND t.branch_id = c.branch_id AND t.count <> 0) AS totals
              FROM day_closings c WHERE c.day BETWEEN ? AND ? AND c.branch_id = ?
                AND c.version = (SELECT max(v.version) FROM day_closings v WHERE v.day = c.day AND v.branch_id = c.branch_id)
              GROUP BY c.day, c.version ORDER BY c.day DESC`,
        args: [from, to, branch],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        day: String(row.day),
        state: row.reopened === 1 ? 'reopened' : 'closed',
        version: Number(row.version),
        corrections: Number(row.corrections),
        totals: JSON.parse(String(row.totals)),
      })),
  }
}
