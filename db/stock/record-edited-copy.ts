import type { InStatement } from '@libsql/client/http'
import type { EditedCopy } from '../../worker/domain/stock/edit-copy.ts'
import type { RelocatedCopy } from '../../worker/domain/stock/relocate-copy.ts'
import { type By, recordCopyChange, recordCopySeen } from '../circulation/record-copy.ts'
import { journalLine } from '../journal.ts'

export function recordEditedCopy({ copy, changes, before, after }: EditedCopy, by: By): InStatement[] {
  return [
    ...recordCopyChange({ id: copy.id, changes }, 'edited', by),
    {
      sql: 'UPDATE copies SET inventory_number = ?, shelfmark = ?, location = ?, price = ?, on_site_only = ? WHERE id = ?',
      args: [after.inventoryNumber, after.shelfmark, after.location, after.price, after.onSiteOnly ? 1 : 0, copy.id],
    },
    journalLine({ ...by, deed: 'copy-edited', copy, detail: { barcode: copy.barcode, before, after } }),
  ]
}

export function recordRelocatedCopy({ copy, changes, fromBranchId, toBranchId, location }: RelocatedCopy, by: By): InStatement[] {
  return [
    { sql: 'UPDATE copies SET branch_id = ?, location = ? WHERE id = ?', args: [toBranchId, location, copy.id] },
    ...recordCopySeen({ id: copy.id, changes }, 'relocated', by),
    journalLine({ ...by, deed: 'copy-relocated', copy, detail: { barcode: copy.barcode, fromBranchId, toBranchId, location } }),
  ]
}
