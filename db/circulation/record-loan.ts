import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../../worker/domain/calendar.ts'
import type { NewLoan } from '../../worker/domain/circulation/check-out.ts'
import type { RenewedLoan } from '../../worker/domain/circulation/renew.ts'
import { journalLine } from '../journal.ts'
import { loanChange } from './loan-change.ts'
import type { By } from './record-copy.ts'
import { recordLentCopy } from './record-lent-copy.ts'
import { recordOverdue } from './record-overdue.ts'
import { recordReturn } from './record-return.ts'

/** What ends with the loan comes first: a copy leaves the place where it was before it comes to another. */
export function recordLoan(loan: NewLoan, by: By): InStatement[] {
  const { copy, state, reader, readerOrdinal, dueOn, onSite, policy, claims, ends } = loan
  return [
    ...(ends ? recordReturn(copy, ends, by) : []),
    ...recordLentCopy(copy, state, claims, by),
    {
      sql: `INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on, on_site, policy_version_id, rules_branch_id, category, material)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        copy.id,
        reader.id,
        readerOrdinal,
        by.branchId,
        by.now.toISOString(),
        dueOn,
        onSite ? 1 : 0,
        policy.versionId || null,
        copy.homeBranchId,
        reader.category,
        policy.material,
      ],
    },
    journalLine({ ...by, deed: onSite ? 'on-site-loan' : 'loan', copy, reader, borrowerId: reader.id }),
    {
      sql: 'UPDATE readers SET loans_made = max(loans_made, ?), active_in = max(coalesce(active_in, 0), ?) WHERE id = ?',
      args: [readerOrdinal, Number(dayOf(by.now).slice(0, 4)), reader.id],
    },
  ]
}

export function recordRenewal({ loan, copy, reader, dueOn, renewals, overdue, automatic }: RenewedLoan, by: By): InStatement[] {
  return [
    loanChange(loan.id, renewals, 'renewal', by),
    { sql: 'UPDATE loans SET due_on = ?, renewals = ? WHERE id = ?', args: [dueOn, renewals, loan.id] },
    ...(overdue ? recordOverdue(loan, reader.id, overdue, by) : []),
    journalLine({
      ...by,
      deed: 'renewal',
      copy,
      reader,
      loanId: loan.id,
      detail: { dueOn, onDay: dayOf(by.now), ...(automatic ? { automatic } : {}) },
    }),
  ]
}
