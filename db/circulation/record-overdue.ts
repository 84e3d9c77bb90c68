import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../../worker/domain/calendar.ts'
import type { LostCharge } from '../../worker/domain/circulation/become-lost.ts'
import type { LoanFacts } from '../../worker/domain/circulation/facts.ts'
import type { Overdue } from '../../worker/domain/circulation/overdue.ts'
import type { By } from './record-copy.ts'

/** What a late return or renewal brings: days without loans, and a charge where the policy has one; once for each change of the loan. */
export function recordOverdue(loan: LoanFacts, readerId: number, { suspendedUntil, fine }: Overdue, { now, staffId }: By): InStatement[] {
  const at = now.toISOString()
  const ordinal = loan.renewals + 1
  return [
    ...(suspendedUntil === null
      ? []
      : [
          {
            sql: `INSERT INTO reader_blocks (reader_id, kind, from_on, until_on, loan_id, loan_ordinal, made_at, made_by)
                  VALUES (?, 'suspension', ?, ?, ?, ?, ?, ?)`,
            args: [readerId, dayOf(now), suspendedUntil, loan.id, ordinal, at, staffId],
          },
        ]),
    ...(fine === 0
      ? []
      : [
          {
            sql: `INSERT INTO charges (reader_id, loan_id, loan_ordinal, kind, amount, made_at, made_by) VALUES (?, ?, ?, 'overdue', ?, ?, ?)`,
            args: [readerId, loan.id, ordinal, fine, at, staffId],
          },
        ]),
  ]
}

/** The price of a lost book, where the policy charges it (R60). */
export function recordLostCharge({ loan, amount }: LostCharge, { now, staffId }: By): InStatement[] {
  return [
    {
      sql: `INSERT INTO charges (reader_id, loan_id, loan_ordinal, kind, amount, made_at, made_by) VALUES (?, ?, ?, 'lost', ?, ?, ?)
            ON CONFLICT (loan_id, loan_ordinal, kind) DO NOTHING`,
      args: [loan.readerId, loan.id, loan.renewals + 1, amount, now.toISOString(), staffId],
    },
  ]
}
