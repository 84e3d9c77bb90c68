import type { InStatement, Row } from '@libsql/client/http'
import { IDLE_MS, isWorthNoting } from '../../worker/domain/sign-in/session-time.ts'
import { type Actor, PERMISSIONS, type Role } from '../../worker/domain/staff/permissions.ts'
import { numberOrNull, textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'

const isRole = (text: string): text is Role => Object.hasOwn(PERMISSIONS, text)

/** Who a row of `staff` is; undefined if their role is none. */
export function actorOf(row: Row): Actor | undefined {
  const role = String(row.role)
  if (!isRole(role)) return undefined
  return { id: Number(row.id), login: String(row.login), name: String(row.name), role, branchId: numberOrNull(row.branch_id) }
}

const usedSince = (now: Date) => new Date(now.getTime() - IDLE_MS).toISOString()

export interface SessionFound {
  actor: Actor
  /** Its last use is to be written down. */
  worthNoting: boolean
}

/** Who is signed in with this token, if its session still lives and they still work here. */
export function sessionOf(tokenHash: string, now: Date): Question<SessionFound | undefined> {
  return {
    statements: [
      {
        sql: `SELECT s.id, s.login, s.name, s.role, s.branch_id, last_used_at FROM sessions JOIN staff s ON s.id = staff_id
              WHERE token_hash = ? AND expires_at > ? AND last_used_at > ? AND left_at IS NULL`,
        args: [tokenHash, now.toISOString(), usedSince(now)],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      const actor = row && actorOf(row)
      return actor && { actor, worthNoting: isWorthNoting(String(row.last_used_at), now) }
    },
  }
}

/** Who this is on the staff, if they still work here. */
export function staffMember(id: number): Question<Actor | undefined> {
  return {
    statements: [{ sql: 'SELECT id, login, name, role, branch_id FROM staff WHERE id = ? AND left_at IS NULL', args: [id] }],
    read: (results) => {
      const row = rowsOf(results)[0]
      return row && actorOf(row)
    },
  }
}

export interface Account {
  actor: Actor
  password: string
  /** When another gave it them; null: they chose it. */
  passwordGivenAt: string | null
}

export function staffByLogin(login: string): Question<Account | undefined> {
  return {
    statements: [
      {
        sql: 'SELECT id, login, name, role, branch_id, password, password_given_at FROM staff WHERE login = ? AND left_at IS NULL',
        args: [login],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      const actor = row && actorOf(row)
      return actor && { actor, password: String(row.password), passwordGivenAt: textOrNull(row.password_given_at) }
    },
  }
}

/** The stored password of somebody who works here. */
export function passwordOf(staffId: number): Question<string | undefined> {
  return {
    statements: [{ sql: 'SELECT password FROM staff WHERE id = ? AND left_at IS NULL', args: [staffId] }],
    read: (results) => textOrNull(rowsOf(results)[0]?.password) ?? undefined,
  }
}

export function recordUse(tokenHash: string, now: Date): InStatement {
  return { sql: 'UPDATE sessions SET last_used_at = ? WHERE token_hash = ?', args: [now.toISOString(), tokenHash] }
}

export interface NewSession {
  tokenHash: string
  staffId: number
  device: string
  expires: Date
}

export function recordSession({ tokenHash, staffId, device, expires }: NewSession, now: Date): InStatement[] {
  return [
    { sql: 'DELETE FROM sessions WHERE expires_at <= ? OR last_used_at <= ?', args: [now.toISOString(), usedSince(now)] },
    {
      sql: 'INSERT INTO sessions (token_hash, staff_id, started_at, expires_at, last_used_at, device) VALUES (?, ?, ?, ?, ?, ?)',
      args: [tokenHash, staffId, now.toISOString(), expires.toISOString(), now.toISOString(), device],
    },
  ]
}

export function recordSignOut(tokenHash: string): InStatement {
  return { sql: 'DELETE FROM sessions WHERE token_hash = ?', args: [tokenHash] }
}
