import type { InStatement } from '@libsql/client/http'
import { CHALLENGE_LASTS_MS } from '../../worker/domain/sign-in/add-passkey.ts'
import { type Question, rowsOf } from '../client.ts'

/** An answer is remembered for longer than its challenge is open anywhere. */
const REMEMBERED_MS = 24 * 3_600_000
const instant = (now: Date, afterMs: number) => new Date(now.getTime() + afterMs).toISOString()

/** `purpose`: what its answer may be used for, and by which session. */
export function recordChallenge(challenge: string, purpose: string, now: Date): InStatement[] {
  return [
    { sql: 'DELETE FROM passkey_challenges WHERE expires_at <= ?', args: [now.toISOString()] },
    { sql: 'DELETE FROM passkey_answers WHERE at <= ?', args: [instant(now, -REMEMBERED_MS)] },
    { sql: 'INSERT INTO passkey_challenges VALUES (?, ?, ?)', args: [challenge, purpose, instant(now, CHALLENGE_LASTS_MS)] },
  ]
}

/** Whether this was asked for this purpose, not long ago, and not answered yet. */
export function isOpenChallenge(challenge: string, purpose: string, now: Date): Question<boolean> {
  return {
    statements: [
      {
        sql: `SELECT 1 FROM passkey_challenges c WHERE c.challenge = ? AND purpose = ? AND expires_at > ?
              AND NOT EXISTS (SELECT 1 FROM passkey_answers a WHERE a.challenge = c.challenge)`,
        args: [challenge, purpose, now.toISOString()],
      },
    ],
    read: (results) => rowsOf(results).length > 0,
  }
}

/** Used up, in the batch of what it was for; breaks that when it was before, or when the passkey is no more. */
export function recordAnswered(challenge: string, passkeyId: string, now: Date): InStatement {
  return {
    sql: 'INSERT INTO passkey_answers VALUES (?, (SELECT id FROM passkeys WHERE id = ?), ?)',
    args: [challenge, passkeyId, now.toISOString()],
  }
}

/** A wrong answer uses it up too. */
export function forgetChallenge(challenge: string): InStatement {
  return { sql: 'DELETE FROM passkey_challenges WHERE challenge = ?', args: [challenge] }
}
