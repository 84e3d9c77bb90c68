import type { InStatement } from '@libsql/client/http'
import { type Question, rowsOf } from './client.ts'

export interface StoredAnswer {
  request: string
  status: number
  answer: string
  at: string
}

export function storedAnswer(key: string): Question<StoredAnswer | undefined> {
  return {
    statements: [{ sql: 'SELECT request, status, answer, at FROM idempotency_keys WHERE key = ?', args: [key] }],
    read: (results) => {
      const row = rowsOf(results)[0]
      return row && { request: String(row.request), status: Number(row.status), answer: String(row.answer), at: String(row.at) }
    },
  }
}

/** Stores the answer with the deed; a key already used breaks the batch. */
export function recordAnswer(key: string, { request, status, answer }: Omit<StoredAnswer, 'at'>, now: Date): InStatement {
  return { sql: 'INSERT INTO idempotency_keys VALUES (?, ?, ?, ?, ?)', args: [key, request, status, answer, now.toISOString()] }
}

/** The answer as it stands at the end of the batch. */
export function keptAnswer(key: string): InStatement {
  return { sql: 'SELECT answer FROM idempotency_keys WHERE key = ?', args: [key] }
}

/** Puts the number that the database gave to the new loan into the answer kept. */
export function nameLoan(key: string, copyId: number): InStatement {
  return {
    sql: `UPDATE idempotency_keys SET answer = json_set(answer, '$.loan.id',
            (SELECT id FROM loans WHERE copy_id = ? AND returned_at IS NULL)) WHERE key = ?`,
    args: [copyId, key],
  }
}
