import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { Sought } from '../../worker/domain/statistics/sought.ts'
import { type Question, rowsOf } from '../client.ts'

/** The questions put in a month, those that found something or those that did not, the most frequent first. */
export function listSought(month: string, found: boolean, most: number): Question<Sought[]> {
  return {
    statements: [
      {
        sql: 'SELECT question, times FROM sought WHERE month = ? AND found = ? ORDER BY times DESC, question LIMIT ?',
        args: [month, found ? 1 : 0, most],
      },
    ],
    read: (results) => rowsOf(results).map(({ question, times }) => ({ question: String(question), times: Number(times) })),
  }
}

export interface SoughtLine {
  month: string
  found: boolean
  question: string
  times: number
}

export function recordSought(lines: readonly SoughtLine[]): InStatement[] {
  if (lines.length === 0) return []
  return [
    {
      sql: `INSERT INTO sought (month, found, question, times)
            SELECT value ->> 'month', value ->> 'found', value ->> 'question', value ->> 'times' FROM json_each(?) WHERE true
            ON CONFLICT DO UPDATE SET times = times + excluded.times`,
      args: [JSON.stringify(lines)],
    },
  ]
}

/** Words put once and found tell nothing; after two years all of them go. */
export function forgetSought(today: Day): InStatement[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const monthsAgo = (months: number) => new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7)
  return [
    { sql: 'DELETE FROM sought WHERE month = ? AND found = 1 AND times = 1', args: [monthsAgo(1)] },
    { sql: 'DELETE FROM sought WHERE month < ?', args: [monthsAgo(24)] },
  ]
}
