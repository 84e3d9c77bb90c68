import type { Figure } from '../../worker/domain/statistics/figure.ts'
import type { Sources } from '../../worker/domain/statistics/reckon.ts'
import { isCarried } from '../../worker/domain/statistics/year-facts.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { closedFigures, type FigureQuery, workingDays } from './figures.ts'
import { stockAt } from './stock.ts'

/** Everything that the formulas of a period are reckoned from, in one trip. */
export function periodSources({ period, branch, units, splits }: FigureQuery): Question<Sources> {
  const { from, to } = period
  const year = from.slice(0, 4)
  const january = `${year}-01-01`
  const questions = together({
    figures: closedFigures({ period, branch, units, splits }),
    sinceYear: from === january ? nothing : closedFigures({ period: { from: january, to }, branch, units, splits }),
    stock: stockAt(to.slice(0, 7), branch),
    facts: factsOf(Number(year), branch),
    days: workingDays(period, branch),
  })
  return {
    statements: questions.statements,
    read: (results) => {
      const { figures, sinceYear, stock, facts, days } = questions.read(results)
      facts.set('working-days', days)
      return { from, figures, sinceYear: from === january ? figures : sinceYear, stock, facts }
    },
  }
}

const nothing: Question<Figure[]> = { statements: [], read: () => [] }

/** Facts of the whole library in a year; what is not counted anew each year holds until it is. */
function factsOf(year: number, branch: number | null): Question<Map<string, number>> {
  return {
    statements: [
      {
        sql: `SELECT fact, value, max(year) AS year FROM year_facts WHERE year <= ? AND ? IS NULL GROUP BY fact`,
        args: [year, branch],
      },
    ],
    read: (results) =>
      new Map(
        rowsOf(results)
          .map((row) => ({ fact: String(row.fact), value: Number(row.value), year: Number(row.year) }))
          .filter((one) => one.year === year || isCarried(one.fact))
          .map(({ fact, value }) => [fact, value]),
      ),
  }
}
