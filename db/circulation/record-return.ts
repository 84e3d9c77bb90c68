import type { InStatement } from '@libsql/client/http'
import type { ReturnedLoan } from '../../worker/domain/circulation/check-in.ts'
import type { CopyFacts } from '../../worker/domain/circulation/facts.ts'
import type { Overdue } from '../../worker/domain/circulation/overdue.ts'
import { journalLine } from '../journal.ts'
import { loanChange } from './loan-change.ts'
import type { By } from './record-copy.ts'
import { recordOverdue } from './record-overdue.ts'

type Ended = Pick<ReturnedLoan, 'loan' | 'reader'> & { overdue?: Overdue | undefined }

/** Ends a loan: at the desk, or because the copy was replaced or never lent. */
export function recordReturn(copy: CopyFacts, { loan, reader, overdue }: Ended, by: By): InStatement[] {
  return [
    loanChange(loan.id, loan.renewals + 1, 'return', by),
    {
      // Two desks have two clocks: nothing comes back before it was lent.
      sql: 'UPDATE loans SET returned_at = max(?, lent_at), returned_branch_id = ? WHERE id = ?',
      args: [by.now.toISOString(), by.branchId, loan.id],
    },
    ...(overdue && reader ? recordOverdue(loan, reader.id, overdue, by) : []),
    journalLine({ ...by, deed: 'return', copy, reader, loanId: loan.id }),
  ]
}
