import type { InStatement } from '@libsql/client/http'
import type { By } from '../circulation/record-copy.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'

export interface SignedInReader {
  id: number
  card: string
  name: string
}

/** Whose session this is. The card is the one that the cookie names; a session of a card since replaced is over. */
export function readerSession(tokenHash: string, card: string, now: Date): Question<SignedInReader | undefined> {
  return {
    statements: [
      {
        sql: `SELECT d.id, d.card, d.name FROM reader_sessions s JOIN readers d ON d.id = s.reader_id
              WHERE s.token_hash = ? AND s.expires_at > ? AND d.card = ? AND d.merged_into_id IS NULL`,
        args: [tokenHash, now.toISOString(), card],
      },
    ],
    read: (results) => rowsOf(results).map((row) => ({ id: Number(row.id), card: String(row.card), name: String(row.name) }))[0],
  }
}

export interface ReaderAccount {
  id: number
  card: string
  /** The hash of the PIN; null: none was given out. */
  pin: string | null
}

export function readerAccount(card: string): Question<ReaderAccount | undefined> {
  return {
    statements: [{ sql: 'SELECT id, card, pin FROM readers WHERE card = ? AND merged_into_id IS NULL', args: [card] }],
    read: (results) =>
      rowsOf(results).map((row) => ({ id: Number(row.id), card: String(row.card), pin: row.pin === null ? null : String(row.pin) }))[0],
  }
}

export function recordReaderSession(tokenHash: string, readerId: number, now: Date, expires: Date): InStatement[] {
  return [
    { sql: 'DELETE FROM reader_sessions WHERE expires_at <= ?', args: [now.toISOString()] },
    { sql: 'INSERT INTO reader_sessions VALUES (?, ?, ?, ?)', args: [tokenHash, readerId, now.toISOString(), expires.toISOString()] },
  ]
}

export function recordReaderSignOut(tokenHash: string): InStatement {
  return { sql: 'DELETE FROM reader_sessions WHERE token_hash = ?', args: [tokenHash] }
}

/** Everywhere but here, if here is named. */
export function recordReaderSignOutElsewhere(readerId: number, tokenHash = ''): InStatement {
  return { sql: 'DELETE FROM reader_sessions WHERE reader_id = ? AND token_hash <> ?', args: [readerId, tokenHash] }
}

/** Another PIN ends all sessions but the one that chose it. */
export function recordPin(readerId: number, pin: string, by: By, keptSession = ''): InStatement[] {
  return [
    { sql: 'UPDATE readers SET pin = ? WHERE id = ?', args: [pin, readerId] },
    recordReaderSignOutElsewhere(readerId, keptSession),
    journalLine({ ...by, deed: 'reader-changed' }),
  ]
}
