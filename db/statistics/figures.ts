import type { InStatement, Row } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { Figure, Where } from '../../worker/domain/statistics/figure.ts'
import { type Period, piecesOf } from '../../worker/domain/statistics/period.ts'
import { isUnit, type Split, type Unit } from '../../worker/domain/statistics/units.ts'
import { type Question, rowsOf } from '../client.ts'
import { COLUMN_OF } from './counting.ts'

export interface FigureQuery {
  period: Period
  /** Null: all branches, and what belongs to none. */
  branch: number | null
  units: readonly Unit[]
  splits: readonly (Split | 'branch')[]
}

const columnOf = (split: Split | 'branch') => (split === 'branch' ? 'branch_id' : COLUMN_OF[split])

/** Closed figures of a period, summed by the splits asked: whole years and months from their sums, the days left over as they are. */
export function closedFigures({ period, branch, units, splits }: FigureQuery): Question<Figure[]> {
  const { periods, days } = piecesOf(period)
  const columns = ['unit', ...splits.map(columnOf)].join(', ')
  const here = 'AND unit IN (SELECT value FROM json_each(?)) AND (? IS NULL OR branch_id = ?)'
  const there = [JSON.stringify(units), branch, branch]
  const pieces: { sql: string; args: (string | number | null)[] }[] = []
  if (periods.length > 0)
    pieces.push({
      sql: `SELECT ${columns}, count FROM period_figures WHERE period IN (SELECT value FROM json_each(?)) ${here}`,
      args: [JSON.stringify(periods), ...there],
    })
  const whole = splits.every((split) => split === 'branch')
  for (const { from, to } of days)
    pieces.push({
      sql: `SELECT ${columns}, count FROM ${whole ? 'day_totals' : 'day_figures'} WHERE day BETWEEN ? AND ? ${here}`,
      args: [from, to, ...there],
    })
  return {
    statements: [
      {
        sql: `SELECT ${columns}, sum(count) AS count FROM (${pieces.map(({ sql }) => sql).join(' UNION ALL ')}) GROUP BY ${columns} HAVING sum(count) <> 0 ORDER BY ${columns}`,
        args: pieces.flatMap(({ args }) => args),
      },
    ],
    read: (results) => rowsOf(results).flatMap((row) => figureOf(row, splits)),
  }
}

export function figureOf(row: Row, splits: readonly (Split | 'branch')[]): Figure[] {
  const unit = String(row.unit)
  if (!isUnit(unit)) return []
  const where: Where = {}
  for (const split of splits) {
    const value = String(row[columnOf(split)] ?? '')
    where[split] = split === 'byHand' && value === '0' ? '' : value
  }
  return [{ unit, count: Number(row.count), where }]
}

/** The last day that is closed; undefined before the first night. */
export function closedTo(): Question<Day | null> {
  return {
    statements: ['SELECT max(day) AS day FROM day_closings'],
    read: (results) => {
      const day = rowsOf(results)[0]?.day
      return day ? String(day) : null
    },
  }
}

const STEPS = { day: 'day', month: 'substr(day, 1, 7)', year: 'substr(day, 1, 4)' }

export interface SeriesQuery {
  step: keyof typeof STEPS
  period: Period
  branch: number | null
  units: readonly Unit[]
  /** Of day and branch there are sums for every day; the others by month and year. */
  split: Split | 'branch' | undefined
}

export interface Point extends Figure {
  at: string
}

/** Closed figures day by day, month by month or year by year. A split other than `branch` by day reads the days themselves. */
export function closedSeries({ step, period: { from, to }, branch, units, split }: SeriesQuery): Question<Point[]> {
  const splits = split ? [split] : []
  const columns = ['at', 'unit', ...splits.map(columnOf)].join(', ')
  const length = step === 'year' ? 4 : step === 'month' ? 7 : 10
  const [table, at] = step === 'day' ? [split && split !== 'branch' ? 'day_figures' : 'day_totals', 'day'] : ['period_figures', 'period']
  const sized = step === 'day' ? '' : `AND length(period) = ${length}`
  return {
    statements: [
      {
        sql: `SELECT ${at} AS at, unit${splits.map((one) => `, ${columnOf(one)}`).join('')}, sum(count) AS count FROM ${table}
              WHERE ${at} BETWEEN ? AND ? ${sized} AND unit IN (SELECT value FROM json_each(?)) AND (? IS NULL OR branch_id = ?)
              GROUP BY ${columns} HAVING sum(count) <> 0 ORDER BY ${columns}`,
        args: [from.slice(0, length), to.slice(0, length), JSON.stringify(units), branch, branch],
      },
    ],
    read: (results) => rowsOf(results).flatMap((row) => figureOf(row, splits).map((figure) => ({ at: String(row.at), ...figure }))),
  }
}

/** Open data: what every branch counted each day, without any split. */
export function listDailyFigures({ from, to }: Period) {
  return {
    statements: [
      {
        sql: `SELECT day, branch_id, unit, count FROM day_totals WHERE day BETWEEN ? AND ? AND count <> 0
              ORDER BY day, branch_id, unit`,
        args: [from, to],
      } satisfies InStatement,
    ],
    read: (results) =>
      rowsOf(results).flatMap((row) =>
        figureOf(row, []).map(({ unit, count }) => ({ day: String(row.day), branch: Number(row.branch_id), unit, count })),
      ),
  } satisfies Question<unknown>
}

/** Days on which a branch, or any branch, worked: somebody came, borrowed or brought back. */
export function workingDays({ from, to }: Period, branch: number | null): Question<number> {
  return {
    statements: [
      {
        sql: `SELECT count(DISTINCT day) AS days FROM day_totals WHERE day BETWEEN ? AND ? AND unit IN ('visit', 'loan', 'on-site-loan', 'return')
              AND count > 0 AND (? IS NULL OR branch_id = ?)`,
        args: [from, to, branch, branch],
      },
    ],
    read: (results) => Number(rowsOf(results)[0]?.days ?? 0),
  }
}
