import type { LoanToUndo, UndoFacts } from '../../worker/domain/circulation/undo.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { copyState, numberOrNull, textOrNull } from './copy-state.ts'
import { copyByBarcode } from './facts.ts'

/** Everything else that one scan writes carries the instant of that scan, or of the loan it ended where another desk's clock was ahead. */
const DID_MORE = `EXISTS (SELECT 1 FROM loans o WHERE o.copy_id = l.copy_id AND o.id <> l.id AND (o.returned_at >= l.at OR o.lent_at >= l.at))
  OR EXISTS (SELECT 1 FROM transfers t WHERE t.copy_id = l.copy_id AND (t.cancelled_at = l.at OR t.received_at = l.at))
  OR EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = l.copy_id AND i.closed_at = l.at)
  OR EXISTS (SELECT 1 FROM holds h JOIN hold_changes g ON g.hold_id = h.id WHERE h.record_id = c.record_id AND g.at = l.at
    AND (g.deed = 'released' OR g.deed = 'filled' AND h.trapped_copy_id = l.copy_id))`

/** Whatever happens to a copy is one of its changes; the last one is not this loan or this return. */
const CHANGED_SINCE = `EXISTS (SELECT 1 FROM loans o WHERE o.copy_id = l.copy_id AND o.id > l.id)
  OR (SELECT g.deed FROM copy_changes g WHERE g.copy_id = c.id AND g.ordinal = c.changes) IS NOT iif(l.returned_at IS NULL, 'lent', 'returned')`

function loanToUndo(id: number): Question<LoanToUndo | undefined> {
  return {
    statements: [
      {
        sql: `SELECT l.*, d.category AS reader_category, d.birth_year, (${DID_MORE}) AS did_more, (${CHANGED_SINCE}) AS changed_since,
                EXISTS (SELECT 1 FROM charges g WHERE g.loan_id = l.id AND g.settled_at IS NOT NULL) AS is_settled
              FROM (SELECT *, coalesce(returned_at, lent_at) AS at FROM loans WHERE id = ?) l
              JOIN copies c ON c.id = l.copy_id LEFT JOIN readers d ON d.id = l.reader_id`,
        args: [id],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      return (
        row && {
          id: Number(row.id),
          copyId: Number(row.copy_id),
          branchId: Number(row.branch_id),
          lentAt: String(row.lent_at),
          renewals: Number(row.renewals),
          returnedAt: textOrNull(row.returned_at),
          returnedBranchId: numberOrNull(row.returned_branch_id),
          reader:
            row.reader_id === null
              ? undefined
              : { id: Number(row.reader_id), category: String(row.reader_category), birthYear: numberOrNull(row.birth_year) },
          didMore: row.did_more === 1,
          changedSince: row.changed_since === 1,
          isSettled: row.is_settled === 1,
          onSite: row.on_site === 1,
        }
      )
    },
  }
}

/** What is asked before a loan or a return is undone. */
export const undoFacts = (barcode: string, loanId: number): Question<UndoFacts> =>
  together({ copy: copyByBarcode(barcode), state: copyState(barcode), loan: loanToUndo(loanId) })
