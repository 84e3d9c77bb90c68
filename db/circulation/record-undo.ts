import type { InStatement } from '@libsql/client/http'
import type { UndoneLoan, UndoneReturn } from '../../worker/domain/circulation/undo.ts'
import { journalLine } from '../journal.ts'
import { loanChange } from './loan-change.ts'
import { type By, recordCopyChange } from './record-copy.ts'
import { recordHoldReleased, recordOffHoldShelf } from './record-hold.ts'
import { markCancelled } from './record-transfer.ts'

/** An undone deed is taken off the day's count by a line of its own: the journal forgets nothing. */
const UNDONE = { quantity: -1, detail: { undo: true } }

/** The loan ends without a reader: neither a history nor a rule ever meets it again. A desk that does something with the copy meanwhile breaks on the ordinal. */
export function recordUndoneLoan({ copy, state, loan }: UndoneLoan, by: By): InStatement[] {
  return [
    loanChange(loan.id, loan.renewals + 1, 'undone', by),
    ...recordCopyChange({ id: copy.id, changes: state.changes }, 'loan-undone', by),
    {
      sql: 'UPDATE loans SET returned_at = max(?, lent_at), returned_branch_id = ?, reader_id = NULL WHERE id = ?',
      args: [by.now.toISOString(), by.branchId, loan.id],
    },
    journalLine({ ...by, deed: loan.onSite ? 'on-site-loan' : 'loan', copy, reader: loan.reader, loanId: loan.id, ...UNDONE }),
  ]
}

/** The loan is open again, as it was. A desk that lends the copy meanwhile breaks on its whereabouts. */
export function recordUndoneReturn({ copy, state, loan, released, cleared, dropped }: UndoneReturn, by: By): InStatement[] {
  const ordinal = loan.renewals + 1
  return [
    ...recordCopyChange({ id: copy.id, changes: state.changes }, 'return-undone', by),
    ...(released ? recordHoldReleased(released, by) : []),
    ...(cleared ? [recordOffHoldShelf(copy.id)] : []),
    ...(dropped ? [markCancelled(dropped, 'undone', by)] : []),
    { sql: "DELETE FROM loan_changes WHERE loan_id = ? AND ordinal = ? AND deed = 'return'", args: [loan.id, ordinal] },
    { sql: 'DELETE FROM reader_blocks WHERE loan_id = ? AND loan_ordinal = ?', args: [loan.id, ordinal] },
    { sql: "DELETE FROM charges WHERE loan_id = ? AND loan_ordinal = ? AND kind = 'overdue'", args: [loan.id, ordinal] },
    { sql: 'UPDATE loans SET returned_at = NULL, returned_branch_id = NULL WHERE id = ?', args: [loan.id] },
    { sql: "INSERT INTO copy_whereabouts VALUES (?, 'on-loan', ?, NULL, ?)", args: [copy.id, loan.branchId, loan.lentAt] },
    journalLine({ ...by, deed: 'return', copy, reader: loan.reader, loanId: loan.id, ...UNDONE }),
  ]
}
