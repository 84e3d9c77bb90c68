import type { CopyState, OpenIncident, OpenTransfer } from '../copy-state.ts'
import type { HoldFacts } from './hold.ts'

/** What ends when a copy is lent: its transfer (R16), the reader's own hold or somebody else's claim to it (R17), a mark (R62). */
export interface LentCopy {
  copyId: number
  recordId: number
  changes: number
  transfer: OpenTransfer | undefined
  filled: { id: number; changes: number } | undefined
  /** Goes back to its place in the queue. */
  released: { id: number; changes: number } | undefined
  /** It stood on the hold shelf for a hold that was given up. */
  cleared: boolean
  found: OpenIncident | undefined
}

/** `ownHold` is the reader's open hold on this title, if there is one: at most one is filled by a loan (R17). */
export function lentCopy(copy: { id: number; recordId: number }, state: CopyState, ownHold: HoldFacts | undefined): LentCopy {
  const { trappedFor, place, incident } = state
  const trapped = trappedFor?.state === 'waiting' || trappedFor?.state === 'in-transit' ? trappedFor : undefined
  const filled = ownHold && (ownHold.copyId === null || ownHold.copyId === copy.id) ? ownHold : undefined
  const released = trapped && trapped.id !== filled?.id ? trapped : undefined
  return {
    copyId: copy.id,
    recordId: copy.recordId,
    changes: state.changes,
    transfer: state.transfer,
    filled: filled && { id: filled.id, changes: filled.changes },
    released: released && { id: released.id, changes: released.changes },
    cleared: place === 'hold-shelf' && trapped === undefined,
    found: incident && incident.kind !== 'damaged' ? incident : undefined,
  }
}
