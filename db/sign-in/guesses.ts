import type { InStatement } from '@libsql/client/http'
import { FORGOTTEN_AFTER_S, type Guesses } from '../../worker/domain/sign-in/throttle.ts'
import { type Question, rowsOf } from '../client.ts'

const oldest = (now: Date) => new Date(now.getTime() - FORGOTTEN_AFTER_S * 1000).toISOString()

/** The guesses in a row at this account or from this address, by the hash of its name. */
export function guessesAt(subject: string, now: Date): Question<Guesses> {
  return {
    statements: [
      {
        sql: 'SELECT max(ordinal) AS count, max(at) AS last_at FROM sign_in_guesses WHERE subject = ? AND at > ?',
        args: [subject, oldest(now)],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      return { count: Number(row?.count ?? 0), lastAt: row?.last_at ? String(row.last_at) : undefined }
    },
  }
}

/** Written down before the guess is tried: two that are tried at once break the batch of the second. */
export function recordGuess(subjects: { subject: string; ordinal: number }[], now: Date): InStatement[] {
  return [
    { sql: 'DELETE FROM sign_in_guesses WHERE at <= ?', args: [oldest(now)] },
    ...subjects.map(({ subject, ordinal }) => ({
      sql: 'INSERT INTO sign_in_guesses (subject, ordinal, at) VALUES (?, ?, ?)',
      args: [subject, ordinal, now.toISOString()],
    })),
  ]
}

/** A try that is written down after it failed: each is counted, though they come at once. */
export function recordFailedTry(subjects: string[], now: Date): InStatement[] {
  return [
    { sql: 'DELETE FROM sign_in_guesses WHERE at <= ?', args: [oldest(now)] },
    ...subjects.map((subject) => ({
      sql: 'INSERT INTO sign_in_guesses SELECT ?, coalesce(max(ordinal), 0) + 1, ? FROM sign_in_guesses WHERE subject = ?',
      args: [subject, now.toISOString(), subject],
    })),
  ]
}

/** It was right: the account begins anew, and the address is as before. */
export function forgetGuess(account: string, address: { subject: string; ordinal: number }): InStatement[] {
  return [
    forgetGuesses(account),
    { sql: 'DELETE FROM sign_in_guesses WHERE subject = ? AND ordinal = ?', args: [address.subject, address.ordinal] },
  ]
}

/** The account was given another password, or was entered with a passkey: it may be tried at once. */
export function forgetGuesses(account: string): InStatement {
  return { sql: 'DELETE FROM sign_in_guesses WHERE subject = ?', args: [account] }
}
