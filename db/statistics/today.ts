import { addDays, type Day } from '../../worker/domain/calendar.ts'
import type { TodayAnswer, UnitTotals } from '../../worker/domain/statistics/answers.ts'
import { type Question, rowsOf } from '../client.ts'
import { openDay } from './counting.ts'
import { figureOf } from './figures.ts'

/** Today as it stands in the journal, and the same weekday of the four weeks before, as they were closed. */
export function todayAndBefore(today: Day, branch: number | null): Question<Pick<TodayAnswer, 'totals' | 'before'>> {
  const days = [1, 2, 3, 4].map((weeks) => addDays(today, -7 * weeks))
  const now = openDay(today, branch)
  return {
    statements: [
      { sql: `SELECT unit, sum(count) AS count FROM (${now.sql}) GROUP BY unit`, args: now.args },
      {
        sql: `SELECT day, unit, sum(count) AS count FROM day_totals WHERE day IN (SELECT value FROM json_each(?)) AND (? IS NULL OR branch_id = ?)
              GROUP BY day, unit`,
        args: [JSON.stringify(days), branch, branch],
      },
    ],
    read: (results) => ({
      totals: totalsOf(rowsOf(results)),
      before: days.map((day) => ({ day, totals: totalsOf(rowsOf(results, 1).filter((row) => row.day === day)) })),
    }),
  }
}

function totalsOf(rows: Parameters<typeof figureOf>[0][]): UnitTotals {
  return Object.fromEntries(rows.flatMap((row) => figureOf(row, [])).map(({ unit, count }) => [unit, count]))
}
