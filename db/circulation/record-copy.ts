import type { InStatement } from '@libsql/client/http'
import type { Deed } from '../journal.ts'

export type By = Omit<Deed, 'deed'>

interface ChangedCopy {
  id: number
  changes: number
}

/** Two deeds from the same facts break on the ordinal: one of them looks again. */
function copyChange({ id, changes }: ChangedCopy, deed: string, { branchId, now, staffId }: By): InStatement {
  return { sql: 'INSERT INTO copy_changes VALUES (?, ?, ?, ?, ?, ?)', args: [id, changes + 1, deed, branchId, now.toISOString(), staffId] }
}

/** Something happened to a copy; it stands where it stood. */
export function recordCopyChange(copy: ChangedCopy, deed: string, by: By): InStatement[] {
  return [copyChange(copy, deed, by), { sql: 'UPDATE copies SET changes = ? WHERE id = ?', args: [copy.changes + 1, copy.id] }]
}

/** A copy is in hand at this desk, wherever it was before (rule 5.5.7). */
export function recordCopySeen(copy: ChangedCopy, deed: string, by: By): InStatement[] {
  return [
    copyChange(copy, deed, by),
    {
      sql: 'UPDATE copies SET away_branch_id = nullif(?, branch_id), last_seen_at = ?, changes = ? WHERE id = ?',
      args: [by.branchId, by.now.toISOString(), copy.changes + 1, copy.id],
    },
  ]
}
