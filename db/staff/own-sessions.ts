import type { InStatement } from '@libsql/client/http'
import { IDLE_MS } from '../../worker/domain/sign-in/session-time.ts'
import { type Question, rowsOf } from '../client.ts'

/** The beginning of its hash names a session to its owner, and is worth nothing to anybody else. */
const NAMED_BY = 16

export interface OwnSession {
  id: string
  device: string
  startedAt: string
  lastUsedAt: string
  here: boolean
}

/** The sessions of whoever this session belongs to, the last used first. */
export function listOwnSessions(tokenHash: string, now: Date): Question<OwnSession[]> {
  return {
    statements: [
      {
        sql: `SELECT substr(token_hash, 1, ${NAMED_BY}) AS id, device, started_at, last_used_at, token_hash = ?1 AS here FROM sessions
              WHERE staff_id = (SELECT staff_id FROM sessions WHERE token_hash = ?1) AND expires_at > ?2 AND last_used_at > ?3
              ORDER BY last_used_at DESC LIMIT 100`,
        args: [tokenHash, now.toISOString(), new Date(now.getTime() - IDLE_MS).toISOString()],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: String(row.id),
        device: String(row.device),
        startedAt: String(row.started_at),
        lastUsedAt: String(row.last_used_at),
        here: row.here === 1,
      })),
  }
}

export function recordSessionEnded(staffId: number, id: string): InStatement {
  return { sql: `DELETE FROM sessions WHERE staff_id = ? AND substr(token_hash, 1, ${NAMED_BY}) = ?`, args: [staffId, id] }
}
