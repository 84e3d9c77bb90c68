import type { InStatement, Row } from '@libsql/client/http'
import { IDLE_MS } from '../../worker/domain/sign-in/session-time.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'

export interface KnownSession {
  /** The first letters of its hash: they name it and open nothing. */
  id: string
  /** `Chrome, Windows`; empty when the browser did not tell. */
  device: string
  startedAt: string
  lastUsedAt: string
}

export interface By {
  staffId: number
  branchId: number | null
  now: Date
}

const ID = 'substr(token_hash, 1, 16)'
const LIVING = `SELECT ${ID} AS id, device, started_at, last_used_at FROM sessions WHERE expires_at > ? AND last_used_at > ?`
const NEWEST_FIRST = 'ORDER BY last_used_at DESC, started_at DESC'
const OWNER = '(SELECT staff_id FROM sessions WHERE token_hash = ?)'

const living = (now: Date) => [now.toISOString(), new Date(now.getTime() - IDLE_MS).toISOString()]

/** The name of a session by the hash of its token. */
export const sessionId = (tokenHash: string) => tokenHash.slice(0, 16)

/** The living sessions of whoever has the session with this hash, the one used last in front. */
export function listOwnSessions(tokenHash: string, now: Date): Question<KnownSession[]> {
  return {
    statements: [{ sql: `${LIVING} AND staff_id = ${OWNER} ${NEWEST_FIRST}`, args: [...living(now), tokenHash] }],
    read: (results) => rowsOf(results).map(sessionOf),
  }
}

/** A session of whoever has the session with this hash; nobody finds another's. */
export function findOwnSession(tokenHash: string, id: string, now: Date): Question<KnownSession | undefined> {
  return {
    statements: [{ sql: `${LIVING} AND staff_id = ${OWNER} AND ${ID} = ?`, args: [...living(now), tokenHash, id] }],
    read: (results) => rowsOf(results).map(sessionOf)[0],
  }
}

/** The living sessions of one of the staff, for whoever may see them. */
export function listSessionsOf(staffId: number, now: Date): Question<KnownSession[]> {
  return {
    statements: [{ sql: `${LIVING} AND staff_id = ? ${NEWEST_FIRST}`, args: [...living(now), staffId] }],
    read: (results) => rowsOf(results).map(sessionOf),
  }
}

export function findSessionOf(staffId: number, id: string, now: Date): Question<KnownSession | undefined> {
  return {
    statements: [{ sql: `${LIVING} AND staff_id = ? AND ${ID} = ?`, args: [...living(now), staffId, id] }],
    read: (results) => rowsOf(results).map(sessionOf)[0],
  }
}

/** Whose sessions are ended; the name is told in the journal when it is somebody else's. */
interface Owner {
  id: number
  name?: string
}

export function recordEndedSession({ id: staff, name }: Owner, { id, device }: KnownSession, by: By): InStatement[] {
  return [
    { sql: `DELETE FROM sessions WHERE staff_id = ? AND ${ID} = ?`, args: [staff, id] },
    journalLine({ ...by, deed: 'sessions-ended', detail: name === undefined ? { device } : { staff, name, device } }),
  ]
}

/** All sessions of one of the staff, but the one with this hash. */
export function forgetSessions(staffId: number, keptHash = ''): InStatement {
  return { sql: 'DELETE FROM sessions WHERE staff_id = ? AND token_hash <> ?', args: [staffId, keptHash] }
}

export function recordEndedSessions({ id: staff, name }: Owner, keptHash: string, by: By): InStatement[] {
  return [forgetSessions(staff, keptHash), journalLine({ ...by, deed: 'sessions-ended', detail: { staff, name } })]
}

/** Another password ends all sessions but the one that chose it. */
export function recordOwnPassword(password: string, keptHash: string, by: By): InStatement[] {
  return [
    { sql: 'UPDATE staff SET password = ?, password_given_at = NULL WHERE id = ?', args: [password, by.staffId] },
    forgetSessions(by.staffId, keptHash),
    journalLine({ ...by, deed: 'password-changed' }),
  ]
}

function sessionOf(row: Row): KnownSession {
  return { id: String(row.id), device: String(row.device), startedAt: String(row.started_at), lastUsedAt: String(row.last_used_at) }
}
