import type { InStatement } from '@libsql/client/http'
import { and, between, eq } from 'drizzle-orm'
import type { Day } from '../../worker/domain/calendar.ts'
import { type Question, rowsOf } from '../client.ts'
import { dailyStatistics, query, statementOf } from '../schema.ts'

/** The last day closed and the first day that the journal knows. */
export function closedSoFar(): Question<{ lastClosed: Day | undefined; firstDay: Day | undefined }> {
  return {
    statements: ['SELECT (SELECT max(day) FROM closed_days) AS last_closed, (SELECT min(day) FROM journal) AS first_day'],
    read: (results) => {
      const row = rowsOf(results)[0]
      return {
        lastClosed: row?.last_closed ? String(row.last_closed) : undefined,
        firstDay: row?.first_day ? String(row.first_day) : undefined,
      }
    },
  }
}

const COUNTED = "('loan', 'on-site-loan', 'on-site-use', 'return', 'renewal', 'visit', 'reader-registered', 'search')"

/** Counts these days anew from the journal: the same journal gives the same rows, however often it is done. */
export function recordClosedDays(from: Day, to: Day, now: Date): InStatement[] {
  return [
    { sql: 'DELETE FROM daily_statistics WHERE day BETWEEN ? AND ?', args: [from, to] },
    {
      sql: `INSERT INTO daily_statistics (day, branch_id, deed, language, count)
            SELECT day, coalesce(branch_id, 0), deed, language, sum(quantity) FROM journal
            WHERE day BETWEEN ? AND ? AND deed IN ${COUNTED} GROUP BY 1, 2, 3, 4`,
      args: [from, to],
    },
    {
      sql: `WITH RECURSIVE days(day) AS (SELECT ? UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < ?)
            INSERT INTO closed_days SELECT day, ? FROM days WHERE true ON CONFLICT (day) DO NOTHING`,
      args: [from, to, now.toISOString()],
    },
  ]
}

export function listDailyStatistics(from: Day, to: Day, branch: number | undefined) {
  const t = dailyStatistics
  const here = branch === undefined ? undefined : eq(t.branch, branch)
  const rows = query
    .select()
    .from(t)
    .where(and(between(t.day, from, to), here))
    .orderBy(t.day, t.branch, t.deed, t.language)
  return {
    statements: [statementOf(rows)],
    read: (results) =>
      rowsOf(results).map((row) => ({
        day: String(row.day),
        branch: Number(row.branch_id),
        deed: String(row.deed),
        language: String(row.language),
        count: Number(row.count),
      })),
  } satisfies Question<unknown>
}
