import type { InStatement } from '@libsql/client/http'
import type { OpenIncident } from '../../worker/domain/circulation/copy-state.ts'
import type { ClosedIncident } from '../../worker/domain/circulation/incidents/close-incident.ts'
import type { ReportedIncident } from '../../worker/domain/circulation/incidents/report-incident.ts'
import { journalLine } from '../journal.ts'
import { type By, recordCopyChange } from './record-copy.ts'
import { recordHoldReleased, recordOffHoldShelf } from './record-hold.ts'
import { recordReturn } from './record-return.ts'
import { markCancelled } from './record-transfer.ts'

interface Mark {
  copyId: number
  kind: string
  loanId: number | null
  note: string | null
}

function insertIncident({ copyId, kind, loanId, note }: Mark, { branchId, now, staffId }: By): InStatement {
  return {
    sql: 'INSERT INTO copy_incidents (copy_id, kind, loan_id, branch_id, at, staff_id, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
    args: [copyId, kind, loanId, branchId, now.toISOString(), staffId, note],
  }
}

const SETTLES: Record<string, string> = { found: 'found', replaced: 'replaced', 'never-lent': 'forgiven' }

/** Ends a mark, and what was charged for the loss as far as it is still owed (R62). */
export function recordIncidentClosed(
  { id, kind, loanId }: Pick<OpenIncident, 'id' | 'kind' | 'loanId'>,
  as: string,
  { now, staffId }: By,
): InStatement[] {
  const at = now.toISOString()
  const settled = SETTLES[as]
  return [
    { sql: 'UPDATE copy_incidents SET closed_at = ?, closed_by = ?, closed_as = ? WHERE id = ?', args: [at, staffId, as, id] },
    ...((kind === 'lost' || kind === 'claimed-returned') && loanId !== null && settled
      ? [
          {
            sql: "UPDATE charges SET settled_at = ?, settled_as = ?, settled_by = ? WHERE loan_id = ? AND kind = 'lost' AND settled_at IS NULL",
            args: [at, settled, staffId, loanId],
          },
        ]
      : []),
  ]
}

/** A claim counts for the reader: three of them are a conversation (R61). */
export function recordIncident(reported: ReportedIncident, by: By): InStatement[] {
  const { copy, state, reader, kind, loanId, note, replaces, releases, cancels, leavesShelf } = reported
  const claims = kind === 'claimed-returned' && reader
  return [
    ...recordCopyChange({ id: copy.id, changes: state.changes }, kind, by),
    ...(replaces ? recordIncidentClosed(replaces, kind, by) : []),
    ...(releases ? recordHoldReleased(releases, by) : []),
    ...(cancels ? [markCancelled(cancels, kind, by)] : []),
    ...(leavesShelf ? [recordOffHoldShelf(copy.id)] : []),
    insertIncident({ copyId: copy.id, kind, loanId, note }, by),
    ...(claims ? [{ sql: 'UPDATE readers SET claims_made = claims_made + 1 WHERE id = ?', args: [reader.id] }] : []),
    journalLine({ ...by, deed: 'copy-marked', copy, detail: { kind } }),
  ]
}

export function recordClosedIncident(closed: ClosedIncident, by: By): InStatement[] {
  const { copy, state, reader, incident, closing, loan, replacement, withdraws, becomesMissing } = closed
  return [
    ...(loan ? recordReturn(copy, { loan, reader }, by) : []),
    ...recordCopyChange({ id: copy.id, changes: state.changes }, closing, by),
    ...recordIncidentClosed(incident, closing, by),
    ...(becomesMissing ? [insertIncident({ copyId: copy.id, kind: 'missing', loanId: null, note: null }, by)] : []),
    ...(withdraws
      ? [
          { sql: 'UPDATE copies SET withdrawn_on = ? WHERE id = ?', args: [closed.today, copy.id] },
          journalLine({ ...by, deed: 'copy-withdrawn', copy, detail: { as: closing } }),
        ]
      : []),
    ...(replacement
      ? [
          {
            sql: `INSERT INTO copies (record_id, branch_id, barcode, inventory_number, location, shelfmark, price, replaces_copy_id, added_on)
                  SELECT record_id, branch_id, ?, ?, location, shelfmark, price, id, ? FROM copies WHERE id = ?`,
            args: [replacement.barcode, replacement.inventoryNumber, closed.today, copy.id],
          },
          journalLine({ ...by, deed: 'copy-added', copy, detail: { as: closing } }),
        ]
      : []),
    journalLine({ ...by, deed: 'copy-mark-lifted', copy, detail: { kind: incident.kind, as: closing } }),
  ]
}
