import type { InStatement } from '@libsql/client/http'
import type { NetworkChangesAnswer, YearFactsAnswer } from '../../worker/domain/statistics/answers.ts'
import { NETWORK_CHANGES, type NetworkChange } from '../../worker/domain/statistics/network-change.ts'
import { isYearFact, type YearFact } from '../../worker/domain/statistics/year-facts.ts'
import { type Question, rowsOf } from '../client.ts'

export function listYearFacts(from: number, to: number): Question<YearFactsAnswer['facts']> {
  return {
    statements: [
      { sql: 'SELECT year, fact, value, source FROM year_facts WHERE year BETWEEN ? AND ? ORDER BY year, fact', args: [from, to] },
    ],
    read: (results) =>
      rowsOf(results).flatMap((row) => {
        const fact = String(row.fact)
        return isYearFact(fact) ? [{ year: Number(row.year), fact, value: Number(row.value), source: String(row.source) }] : []
      }),
  }
}

export interface NewYearFact {
  year: number
  fact: YearFact
  value: number
  source: string
}

export function recordYearFact({ year, fact, value, source }: NewYearFact, by: { staffId: number; now: Date }): InStatement {
  return {
    sql: `INSERT INTO year_facts (year, fact, value, source, at, staff_id) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (year, fact) DO UPDATE SET value = excluded.value, source = excluded.source, at = excluded.at, staff_id = excluded.staff_id`,
    args: [year, fact, value, source, by.now.toISOString(), by.staffId],
  }
}

export function recordNetworkChange({ happened, change, libraries, text, source }: NetworkChange): InStatement {
  return {
    sql: 'INSERT INTO network_changes (happened, change, libraries, text_kk, text_ru, text_en, source) VALUES (?, ?, ?, ?, ?, ?, ?)',
    args: [happened, change, libraries, text.kk, text.ru, text.en, source],
  }
}

/** The journal keeps what was taken back. */
export const recordNetworkChangeTakenBack = (id: number): InStatement => ({ sql: 'DELETE FROM network_changes WHERE id = ?', args: [id] })

export function listNetworkChanges(): Question<NetworkChangesAnswer['changes']> {
  return {
    statements: ['SELECT * FROM network_changes ORDER BY happened, id'],
    read: (results) =>
      rowsOf(results).flatMap((row) => {
        const change = NETWORK_CHANGES.find((known) => known === row.change)
        if (!change) return []
        const text = { kk: String(row.text_kk), ru: String(row.text_ru), en: String(row.text_en) }
        const [id, libraries] = [Number(row.id), Number(row.libraries)]
        return [{ id, happened: String(row.happened), change, libraries, text, source: String(row.source) }]
      }),
  }
}
