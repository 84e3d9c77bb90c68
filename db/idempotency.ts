import type { InStatement } from '@libsql/client/http'
import { type Question, rowsOf } from './client.ts'

export interface StoredAnswer {
  request: string
  status: number
  answer: string
}

export function storedAnswer(key: string): Question<StoredAnswer | undefined> {
  return {
    statements: [{ sql: 'SELECT request, status, answer FROM idempotency_keys WHERE key = ?', args: [key] }],
    read: (results) => {
      const row = rowsOf(results)[0]
      return row && { request: String(row.request), status: Number(row.status), answer: String(row.answer) }
    },
  }
}

/** Stores the answer with the deed; a key already used breaks the batch. */
export function recordAnswer(key: string, { request, status, answer }: StoredAnswer, now: Date): InStatement {
  return { sql: 'INSERT INTO idempotency_keys VALUES (?, ?, ?, ?, ?)', args: [key, request, status, answer, now.toISOString()] }
}
