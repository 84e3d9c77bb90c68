import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../../worker/domain/calendar.ts'
import type { ReturnedLoan } from '../../worker/domain/circulation/check-in.ts'
import type { NewLoan } from '../../worker/domain/circulation/check-out.ts'
import type { RenewedLoan } from '../../worker/domain/circulation/renew.ts'
import { type Deed, journalLine } from '../journal.ts'

type By = Omit<Deed, 'deed'>

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

export function recordReturn({ loan, copy, reader }: ReturnedLoan, by: By): InStatement[] {
  return [
    loanChange(loan.id, loan.renewals + 1, 'return', by),
    {
      sql: 'UPDATE loans SET returned_at = ?, returned_branch_id = ? WHERE id = ?',
      args: [by.now.toISOString(), by.branchId, loan.id],
    },
    journalLine({ ...by, deed: 'return', copy, reader, loanId: loan.id }),
  ]
}

export function recordRenewal({ loan, copy, reader, dueOn, renewals }: RenewedLoan, by: By): InStatement[] {
  return [
    loanChange(loan.id, renewals, 'renewal', by),
    { sql: 'UPDATE loans SET due_on = ?, renewals = ? WHERE id = ?', args: [dueOn, renewals, loan.id] },
    journalLine({ ...by, deed: 'renewal', copy, reader, loanId: loan.id, detail: { dueOn, onDay: dayOf(by.now) } }),
  ]
}

function loanChange(loanId: number, ordinal: number, deed: string, { now, staffId }: By): InStatement {
  return { sql: 'INSERT INTO loan_changes VALUES (?, ?, ?, ?, ?)', args: [loanId, ordinal, deed, now.toISOString(), staffId] }
}
