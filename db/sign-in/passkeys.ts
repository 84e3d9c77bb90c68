import type { InStatement, Row } from '@libsql/client/http'
import type { By } from '../circulation/record-copy.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'

export type PasskeyOwner = 'staff' | 'reader'

const COLUMN = { staff: 'staff_id', reader: 'reader_id' } as const
const SESSIONS = { staff: 'sessions', reader: 'reader_sessions' } as const

/** What a signature is checked against: the public key is a COSE key in base64url. */
export interface Passkey {
  id: string
  publicKey: string
  /** How often it had signed when it was last seen; 0 for those that do not count. */
  counter: number
}

interface OwnPasskeys {
  /** When the session began that asks. */
  startedAt: string
  passkeys: { id: string; device: string; madeAt: string; usedAt: string | null }[]
}

/** The passkeys of whoever this session is of, the oldest first. */
export function ownPasskeys(owner: PasskeyOwner, sessionHash: string): Question<OwnPasskeys> {
  const session = `FROM ${SESSIONS[owner]} WHERE token_hash = ?`
  return {
    statements: [
      { sql: `SELECT started_at ${session}`, args: [sessionHash] },
      {
        sql: `SELECT id, device, made_at, used_at FROM passkeys WHERE ${COLUMN[owner]} = (SELECT ${COLUMN[owner]} ${session}) ORDER BY made_at, id`,
        args: [sessionHash],
      },
    ],
    read: (results) => ({
      startedAt: String(rowsOf(results)[0]?.started_at ?? ''),
      passkeys: rowsOf(results, 1).map((row) => ({
        id: String(row.id),
        device: String(row.device),
        madeAt: String(row.made_at),
        usedAt: row.used_at === null ? null : String(row.used_at),
      })),
    }),
  }
}

const OWNERS = {
  staff:
    'SELECT p.id AS passkey, public_key, counter, o.* FROM passkeys p JOIN staff o ON o.id = p.staff_id WHERE p.id = ? AND o.left_at IS NULL',
  reader: `SELECT p.id AS passkey, public_key, counter, o.id, o.card FROM passkeys p JOIN readers o ON o.id = p.reader_id
    WHERE p.id = ? AND o.merged_into_id IS NULL`,
} as const

/** A passkey and whom it lets in: nobody who has left, and never a reader at the door of the staff. */
export function passkeyOf<Person>(
  owner: PasskeyOwner,
  id: string,
  personOf: (row: Row) => Person | undefined,
): Question<{ passkey: Passkey; person: Person } | undefined> {
  return {
    statements: [{ sql: OWNERS[owner], args: [id] }],
    read: (results) => {
      const row = rowsOf(results)[0]
      const person = row && personOf(row)
      return person && { passkey: { id: String(row.passkey), publicKey: String(row.public_key), counter: Number(row.counter) }, person }
    },
  }
}

export interface NewPasskey extends Passkey {
  transports: string[]
}

export function recordPasskey(owner: PasskeyOwner, ownerId: number, passkey: NewPasskey, device: string, by: By): InStatement[] {
  const { id, publicKey, counter, transports } = passkey
  return [
    {
      sql: `INSERT INTO passkeys (id, ${COLUMN[owner]}, public_key, counter, transports, device, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      args: [id, ownerId, publicKey, counter, JSON.stringify(transports), device, by.now.toISOString()],
    },
    journalLine({ ...by, deed: 'passkey-added' }),
  ]
}

/** The session with this hash was begun with this passkey. */
export function recordPasskeySession(tokenHash: string, passkeyId: string): InStatement {
  return { sql: 'INSERT INTO passkey_sessions (token_hash, passkey_id) VALUES (?, ?)', args: [tokenHash, passkeyId] }
}

/** Ends the sessions begun with it, but the one that asks. */
export function recordRemovedPasskey(owner: PasskeyOwner, ownerId: number, id: string, keptHash: string, by: By): InStatement[] {
  const session = `FROM ${SESSIONS[owner]} WHERE ${COLUMN[owner]} = ? AND token_hash <> ?`
  return [
    {
      sql: `DELETE ${session} AND token_hash IN (SELECT token_hash FROM passkey_sessions WHERE passkey_id = ?)`,
      args: [ownerId, keptHash, id],
    },
    { sql: `DELETE FROM passkeys WHERE id = ? AND ${COLUMN[owner]} = ?`, args: [id, ownerId] },
    journalLine({ ...by, deed: 'passkey-removed' }),
  ]
}

/** Its counter goes on from where it was seen; of a passkey and its copy that sign at once, the second breaks the batch. */
export function recordPasskeyUse({ id, counter: seen }: Passkey, counter: number, now: Date): InStatement {
  return {
    sql: 'UPDATE passkeys SET used_at = ?, counter = CASE counter WHEN ? THEN ? END WHERE id = ?',
    args: [now.toISOString(), seen, counter, id],
  }
}
