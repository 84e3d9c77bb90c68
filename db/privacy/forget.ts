import type { InStatement } from '@libsql/client/http'
import { type Question, rowsOf } from '../client.ts'

export interface PrivacySettings {
  /** Null: for ever. */
  keepLoansDays: number | null
  keepAnswersDays: number
  keepKeysDays: number
}

export interface EndedLoan {
  id: number
  /** Its reader asked that it stays. */
  keeps: boolean
}

export function privacySettings(): Question<PrivacySettings> {
  return {
    statements: ['SELECT keep_loans_days, keep_answers_days, keep_keys_days FROM privacy_settings'],
    read: (results) => {
      const row = rowsOf(results)[0]
      return {
        keepLoansDays: row?.keep_loans_days == null ? null : Number(row.keep_loans_days),
        keepAnswersDays: Number(row?.keep_answers_days ?? 3),
        keepKeysDays: Number(row?.keep_keys_days ?? 30),
      }
    },
  }
}

/** Loans that ended before, and not those with an unpaid charge (R80). */
export function listEndedLoans(before: Date, page: number): Question<EndedLoan[]> {
  return {
    statements: [
      {
        sql: `SELECT l.id, d.keeps_history FROM loans l JOIN readers d ON d.id = l.reader_id
              WHERE l.returned_at < ? AND l.returned_at IS NOT NULL AND l.reader_id IS NOT NULL AND l.kept = 0
                AND NOT EXISTS (SELECT 1 FROM charges g WHERE g.loan_id = l.id AND g.settled_at IS NULL)
              ORDER BY l.returned_at LIMIT ?`,
        args: [before.toISOString(), page],
      },
    ],
    read: (results) => rowsOf(results).map((row) => ({ id: Number(row.id), keeps: row.keeps_history === 1 })),
  }
}

export function listEndedHolds(before: Date, page: number): Question<number[]> {
  return {
    statements: [
      {
        sql: 'SELECT id FROM holds WHERE closed_at < ? AND closed_at IS NOT NULL AND reader_id IS NOT NULL ORDER BY closed_at LIMIT ?',
        args: [before.toISOString(), page],
      },
    ],
    read: (results) => rowsOf(results).map((row) => Number(row.id)),
  }
}

/** With the loan its notices, its charges and its suspensions lose the reader, or the loan; what they were for the reader stays. */
export function recordForgottenLoans(loans: readonly EndedLoan[]): InStatement[] {
  const kept = JSON.stringify(loans.filter(({ keeps }) => keeps).map(({ id }) => id))
  const forgotten = JSON.stringify(loans.filter(({ keeps }) => !keeps).map(({ id }) => id))
  const those = 'IN (SELECT value FROM json_each(?))'
  return [
    { sql: `UPDATE loans SET kept = 1 WHERE id ${those}`, args: [kept] },
    { sql: `UPDATE loans SET reader_id = NULL WHERE id ${those}`, args: [forgotten] },
    { sql: `UPDATE charges SET reader_id = NULL WHERE loan_id ${those}`, args: [forgotten] },
    { sql: `UPDATE reader_blocks SET loan_id = NULL, loan_ordinal = NULL WHERE loan_id ${those}`, args: [forgotten] },
    { sql: `DELETE FROM notices WHERE loan_id ${those}`, args: [forgotten] },
  ]
}

export function recordForgottenHolds(holds: readonly number[]): InStatement[] {
  const those = 'IN (SELECT value FROM json_each(?))'
  return [
    { sql: `UPDATE holds SET reader_id = NULL WHERE id ${those}`, args: [JSON.stringify(holds)] },
    { sql: `DELETE FROM notices WHERE hold_id ${those}`, args: [JSON.stringify(holds)] },
  ]
}

/** Keys used before lose what they answered; a scan sent again after that is refused, not done again. */
export function recordForgottenAnswers(before: Date, page: number): InStatement {
  return {
    sql: `UPDATE idempotency_keys SET request = '', answer = '' WHERE key IN (
            SELECT key FROM idempotency_keys WHERE (request = '') = 0 AND at < ? LIMIT ?)`,
    args: [before.toISOString(), page],
  }
}

export function recordForgottenKeys(before: Date, page: number): InStatement {
  return {
    sql: `DELETE FROM idempotency_keys WHERE key IN (SELECT key FROM idempotency_keys WHERE (request = '') = 1 AND at < ? LIMIT ?)`,
    args: [before.toISOString(), page],
  }
}
