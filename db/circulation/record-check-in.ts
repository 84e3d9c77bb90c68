import type { InStatement } from '@libsql/client/http'
import type { CheckedIn } from '../../worker/domain/circulation/check-in.ts'
import { journalLine } from '../journal.ts'
import { type By, recordCopySeen } from './record-copy.ts'
import { recordHoldReleased, recordOffHoldShelf, recordTrapped } from './record-hold.ts'
import { recordIncidentClosed } from './record-incident.ts'
import { recordReturn } from './record-return.ts'
import { insertTransfer, markCancelled, markReceived, markSent } from './record-transfer.ts'

/** The order matters: a copy leaves the place where it was before it comes to another. */
export function recordCheckIn(checkedIn: CheckedIn, by: By): InStatement[] {
  const { copy, state, branchId, returned, usedOnSite, received, dropped, found, cleared, released, hold, sent } = checkedIn
  const moved = hold && !hold.unchanged ? hold : undefined
  return [
    ...(returned ? recordReturn(copy, returned, by) : []),
    ...recordCopySeen({ id: copy.id, changes: state.changes }, returned ? 'returned' : 'seen', by),
    ...(received ? [markReceived(received, by)] : []),
    ...(dropped ? [markCancelled(dropped, 'not-needed', by)] : []),
    ...(found ? recordIncidentClosed(found, 'found', by) : []),
    ...(released ? recordHoldReleased(released, by) : []),
    ...(cleared ? [recordOffHoldShelf(copy.id)] : []),
    ...(moved ? recordTrapped(moved, copy.id, by) : []),
    ...(sent
      ? [
          sent.requested
            ? markSent(sent.requested, branchId, by)
            : insertTransfer({ ...sent, copyId: copy.id, fromBranchId: branchId, sent: true }, by),
        ]
      : []),
    ...(usedOnSite ? [journalLine({ ...by, deed: 'on-site-use', copy })] : []),
    ...(received ? [journalLine({ ...by, deed: 'transfer-received', copy })] : []),
    ...(found ? [journalLine({ ...by, deed: 'copy-mark-lifted', copy, detail: { kind: found.kind, as: 'found' } })] : []),
    ...(moved ? [journalLine({ ...by, deed: 'hold-set-aside', copy, detail: { to: moved.to } })] : []),
    ...(sent ? [journalLine({ ...by, deed: 'transfer-sent', copy })] : []),
  ]
}
