import type { InStatement } from '@libsql/client/http'
import type { Letter } from '../../worker/domain/notices/letters.ts'
import type { NoticeFacts } from '../../worker/domain/notices/notice.ts'
import type { SentAgain } from '../../worker/domain/notices/send-again.ts'

/** Until an attempt has an outcome, the letter is not tried again for so long: the sender may have died in between. */
const HELD_MS = 60 * 60_000

/** Takes a letter to send it. Two senders with the same letter break on the ordinal. */
export function recordAttempt({ id, notices, attempts }: Letter, now: Date): InStatement[] {
  return [
    { sql: 'INSERT INTO notice_attempts VALUES (?, ?, ?)', args: [id, attempts + 1, now.toISOString()] },
    {
      sql: 'UPDATE notices SET letter = ?, attempts = ?, try_after = ? WHERE id IN (SELECT value FROM json_each(?))',
      args: [id, attempts + 1, new Date(now.getTime() + HELD_MS).toISOString(), JSON.stringify(notices)],
    },
  ]
}

export function recordSettled(notices: readonly number[], as: 'sent' | 'printed' | 'dropped', now: Date): InStatement {
  return {
    sql: `UPDATE notices SET settled_at = ?, settled_as = ? WHERE id IN (SELECT value FROM json_each(?)) AND settled_at IS NULL`,
    args: [now.toISOString(), as, JSON.stringify(notices)],
  }
}

/** Tried again at `next`, or printed if that was the last time. */
export function recordFailure({ notices }: Letter, failure: string, next: Date | undefined): InStatement {
  return {
    sql: `UPDATE notices SET failure = ?, try_after = coalesce(?, try_after), channel = iif(? IS NULL, 'print', channel)
          WHERE id IN (SELECT value FROM json_each(?)) AND settled_at IS NULL`,
    args: [failure.slice(0, 200), next?.toISOString() ?? null, next?.toISOString() ?? null, JSON.stringify(notices)],
  }
}

/** Its own letter from now on: those that went with it once need not go again. */
export function recordAskedAgain({ notice: { id, askedAgain }, channel }: SentAgain, now: Date): InStatement[] {
  return [
    {
      sql: `UPDATE notices SET settled_at = NULL, settled_as = NULL, failure = NULL, letter = id, channel = ?, try_after = ?, asked_again = ?
            WHERE id = ?`,
      args: [channel, now.toISOString(), askedAgain + 1, id],
    },
  ]
}

/** A library without e-mail prints everything. */
export function recordAllToPrint(): InStatement {
  return "UPDATE notices SET channel = 'print' WHERE settled_at IS NULL AND channel = 'email'"
}

export function recordDropped(notices: readonly NoticeFacts[], now: Date): InStatement[] {
  const untrue = notices.filter(({ stillTrue }) => !stillTrue).map(({ id }) => id)
  return untrue.length === 0 ? [] : [recordSettled(untrue, 'dropped', now)]
}
