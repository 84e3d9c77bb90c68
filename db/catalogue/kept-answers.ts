import type { InStatement } from '@libsql/client/http'
import { type Question, rowsOf } from '../client.ts'

/** Which state of the catalogue the same batch saw: it moves with every change of what a search finds. */
export function catalogueGeneration(): Question<number> {
  return {
    statements: ['SELECT generation FROM catalogue_generation'],
    read: (results) => Number(rowsOf(results)[0]?.generation ?? 0),
  }
}

const REMEMBERED_CHANGES = 512

/**
 * Whether anything changed since `generation` that an answer shows (`recordIds`) or that its question (`match`, FTS5) finds now;
 * without `match`, anything. The beginnings of words are too dear to be looked for in every change: for them too anything counts.
 */
export function answerHasChanged(generation: number, recordIds: number[], match: string | null): Question<boolean> {
  const found = `SELECT 1 FROM index_lines l CROSS JOIN catalogue_index i ON i.rowid = l.place
    WHERE l.record_id = c.record_id AND i.catalogue_index MATCH ?3`
  const concerns =
    match === null || match.includes('*') ? '?3 IS NOT NULL' : `c.record_id IN (SELECT value FROM json_each(?2)) OR EXISTS (${found})`
  return {
    statements: [
      {
        sql: `SELECT EXISTS (SELECT 1 FROM catalogue_generation WHERE generation < ?1 OR generation > ?1 + ${REMEMBERED_CHANGES})
                OR EXISTS (SELECT 1 FROM (SELECT DISTINCT record_id FROM catalogue_changes WHERE generation > ?1) c
                  WHERE json_valid(?2) AND (${concerns})) AS changed`,
        args: [generation, JSON.stringify(recordIds), match ?? ''],
      },
    ],
    read: (results) => Number(rowsOf(results)[0]?.changed) === 1,
  }
}

/** Changes of the index that are no news: records are as they were and only change places. Goes into one batch. */
export function withoutNews(statements: InStatement[]): InStatement[] {
  return ['UPDATE catalogue_generation SET quiet = 1', ...statements, 'UPDATE catalogue_generation SET quiet = 0']
}

/** How many answers all isolates together have put into KV on this day. */
export function answersKept(day: string): Question<number> {
  return {
    statements: [{ sql: 'SELECT quantity FROM answers_kept WHERE day = ?', args: [day] }],
    read: (results) => Number(rowsOf(results)[0]?.quantity ?? 0),
  }
}

/** Counts `wanted` answers more, up to `allowed`. In one batch with `answersKept` it tells each isolate how many are its own. */
export function recordAnswersKept(day: string, wanted: number, allowed: number): InStatement {
  return {
    sql: `INSERT INTO answers_kept VALUES (?1, min(?2, ?3))
          ON CONFLICT (day) DO UPDATE SET quantity = max(quantity, min(quantity + ?2, ?3))`,
    args: [day, wanted, allowed],
  }
}
