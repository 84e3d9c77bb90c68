import type { InStatement } from '@libsql/client/http'
import { type Question, rowsOf } from '../client.ts'

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
