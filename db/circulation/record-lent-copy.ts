import type { InStatement } from '@libsql/client/http'
import type { CopyState } from '../../worker/domain/circulation/copy-state.ts'
import { type By, recordCopySeen } from './record-copy.ts'
import { recordHoldFilled, recordHoldReleased, recordOffHoldShelf } from './record-hold.ts'
import { recordIncidentClosed } from './record-incident.ts'
import { markCancelled } from './record-transfer.ts'

interface Claims {
  fills: { id: number; changes: number } | undefined
  releases: { id: number; changes: number } | undefined
}

/**
 * What ends when a copy is lent: its transfer (R16), the hold it fills and the hold it was set aside for (R17), its mark (R62).
 * Goes before the loan in the batch: a copy leaves the place where it was before it comes to another. The desk holds it from now on.
 */
export function recordLentCopy(
  copy: { id: number; recordId: number },
  state: CopyState,
  { fills, releases }: Claims,
  by: By,
): InStatement[] {
  const { changes, transfer, place, incident } = state
  return [
    ...recordCopySeen({ id: copy.id, changes }, 'lent', by),
    ...(transfer ? [markCancelled(transfer, 'forced', by)] : []),
    ...(fills ? recordHoldFilled({ ...fills, recordId: copy.recordId }, copy.id, by) : []),
    ...(releases ? recordHoldReleased(releases, by) : []),
    ...(place === 'hold-shelf' ? [recordOffHoldShelf(copy.id)] : []),
    ...(incident && incident.kind !== 'damaged' ? recordIncidentClosed(incident, 'found', by) : []),
  ]
}
