import type { InStatement, Row } from '@libsql/client/http'
import { type Actor, PERMISSIONS, type Role } from '../../worker/domain/staff/permissions.ts'
import { type Question, rowsOf } from '../client.ts'

const isRole = (text: string): text is Role => text in PERMISSIONS

function actorOf(row: Row): Actor {
  const role = String(row.role)
  return {
    id: Number(row.id),
    name: String(row.name),
    role: isRole(role) ? role : 'methodologist',
    branchId: row.branch_id === null ? null : Number(row.branch_id),
  }
}

/** Who is signed in with this token, if its session still lives. */
export function sessionActor(tokenHash: string, now: Date): Question<Actor | undefined> {
  return {
    statements: [
      {
        sql: `SELECT s.id, s.name, s.role, s.branch_id FROM sessions JOIN staff s ON s.id = staff_id WHERE token_hash = ? AND expires_at > ?`,
        args: [tokenHash, now.toISOString()],
      },
    ],
    read: (results) => rowsOf(results).map(actorOf)[0],
  }
}

export function staffByLogin(login: string): Question<{ actor: Actor; password: string } | undefined> {
  return {
    statements: [{ sql: 'SELECT id, name, role, branch_id, password FROM staff WHERE login = ?', args: [login] }],
    read: (results) => rowsOf(results).map((row) => ({ actor: actorOf(row), password: String(row.password) }))[0],
  }
}

export function recordSession(tokenHash: string, staffId: number, now: Date, expires: Date): InStatement[] {
  return [
    { sql: 'DELETE FROM sessions WHERE expires_at <= ?', args: [now.toISOString()] },
    { sql: 'INSERT INTO sessions VALUES (?, ?, ?, ?)', args: [tokenHash, staffId, now.toISOString(), expires.toISOString()] },
  ]
}

export function recordSignOut(tokenHash: string): InStatement[] {
  return [{ sql: 'DELETE FROM sessions WHERE token_hash = ?', args: [tokenHash] }]
}
