import type { InStatement } from '@libsql/client/http'
import type { LentCopy } from '../../worker/domain/circulation/holds/lent-copy.ts'
import { type By, recordCopySeen } from './record-copy.ts'
import { recordHoldFilled, recordHoldReleased, recordOffHoldShelf } from './record-hold.ts'
import { markIncidentClosed } from './record-incident.ts'
import { markCancelled } from './record-transfer.ts'

/** Goes before the loan in the batch: a copy leaves the place where it was before it is lent. The desk holds it from now on (R16). */
export function recordLentCopy(lent: LentCopy, by: By): InStatement[] {
  const { copyId, recordId, changes, transfer, filled, released, cleared, found } = lent
  return [
    ...recordCopySeen({ id: copyId, changes }, 'lent', by),
    ...(transfer ? [markCancelled(transfer, 'forced', by)] : []),
    ...(filled ? recordHoldFilled({ ...filled, recordId }, copyId, by) : []),
    ...(released ? recordHoldReleased(released, by) : []),
    ...(cleared ? [recordOffHoldShelf(copyId)] : []),
    ...(found ? [markIncidentClosed(found.id, 'found', by)] : []),
  ]
}
