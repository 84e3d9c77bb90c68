import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../../worker/domain/calendar.ts'
import type { NewLoan } from '../../worker/domain/circulation/check-out.ts'
import type { RenewedLoan } from '../../worker/domain/circulation/renew.ts'
import { journalLine } from '../journal.ts'
import type { By } from './record-copy.ts'

export function recordLoan({ copy, reader, readerOrdinal, dueOn }: NewLoan, by: By): InStatement[] {
  return [
    {
      sql: 'INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
      args: [copy.id, reader.id, readerOrdinal, by.branchId, by.now.toISOString(), dueOn],
    },
    { sql: 'UPDATE readers SET loans_made = ? WHERE id = ?', args: [readerOrdinal, reader.id] },
    journalLine({ ...by, deed: 'loan', copy, reader }),
  ]
}

export function recordRenewal({ loan, copy, reader, dueOn, renewals }: RenewedLoan, by: By): InStatement[] {
  return [
    loanChange(loan.id, renewals, 'renewal', by),
    { sql: 'UPDATE loans SET due_on = ?, renewals = ? WHERE id = ?', args: [dueOn, renewals, loan.id] },
    journalLine({ ...by, deed: 'renewal', copy, reader, loanId: loan.id, detail: { dueOn, onDay: dayOf(by.now) } }),
  ]
}

/** Two desks changing a loan from the same facts break on the ordinal. */
export function loanChange(loanId: number, ordinal: number, deed: string, { now, staffId }: By): InStatement {
  return { sql: 'INSERT INTO loan_changes VALUES (?, ?, ?, ?, ?)', args: [loanId, ordinal, deed, now.toISOString(), staffId] }
}
