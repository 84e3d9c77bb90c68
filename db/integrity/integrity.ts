import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { type Question, rowsOf } from '../client.ts'
import { LAWS, type Law } from './laws.ts'

export interface Finding {
  law: Law
  row: string
  detail: string
}

/** Of each law that is broken so many rows are named. */
const MOST_ROWS = 20
const NAMES = Object.keys(LAWS).filter((name): name is Law => name in LAWS)

/** What breaks the laws, named by row; of what only ever grows, what came `since` that day, or all of it. */
export function brokenLaws({ laws = NAMES, since = '' }: { laws?: readonly Law[]; since?: Day } = {}): Question<Finding[]> {
  return {
    statements: laws.map((law) => ({
      sql: `SELECT * FROM (${LAWS[law]}) LIMIT ${MOST_ROWS}`,
      args: LAWS[law].includes(':since') ? { since } : {},
    })),
    read: (results) =>
      laws.flatMap((law, place) => rowsOf(results, place).map(({ row, detail }) => ({ law, row: String(row), detail: String(detail) }))),
  }
}

/** Keeps the outcome of a check; the one before is forgotten. */
export function recordCheck(findings: Finding[], now: Date): InStatement[] {
  return [
    'DELETE FROM integrity_findings',
    {
      sql: "INSERT OR IGNORE INTO integrity_findings SELECT value ->> 'law', value ->> 'row', value ->> 'detail' FROM json_each(?)",
      args: [JSON.stringify(findings)],
    },
    { sql: 'INSERT OR REPLACE INTO integrity_checks VALUES (1, ?, ?)', args: [now.toISOString(), NAMES.length] },
  ]
}

/** The last check; undefined before the first. */
export function lastCheck(): Question<
  { checkedAt: string; laws: number; findings: { law: string; row: string; detail: string }[] } | undefined
> {
  return {
    statements: ['SELECT checked_at, laws FROM integrity_checks', 'SELECT law, row, detail FROM integrity_findings ORDER BY law, row'],
    read: (results) => {
      const check = rowsOf(results)[0]
      if (!check) return undefined
      const findings = rowsOf(results, 1).map(({ law, row, detail }) => ({ law: String(law), row: String(row), detail: String(detail) }))
      return { checkedAt: String(check.checked_at), laws: Number(check.laws), findings }
    },
  }
}
