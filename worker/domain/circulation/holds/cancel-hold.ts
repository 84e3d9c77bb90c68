import { type Refusal, refuse } from '../../refusal.ts'
import type { HoldFacts } from './hold.ts'

export interface CancelledHold {
  hold: HoldFacts
  /** The copy set aside or under way: it stays there until somebody scans it (R4a). */
  leavesCopy: boolean
}

/** Staff may cancel any open hold; a reader may not once a copy was found (R4b): that is a request to the staff. */
export function cancelHold(hold: HoldFacts | undefined, by: 'staff' | 'reader'): CancelledHold | Refusal {
  if (!hold) return refuse('hold-not-found')
  if (!isOpen(hold)) return refuse('hold-is-closed')
  if (by === 'reader' && hold.state !== 'queued') return refuse('copy-was-already-found')
  return { hold, leavesCopy: hold.state !== 'queued' }
}

export const isOpen = ({ state }: HoldFacts): boolean => state === 'queued' || state === 'in-transit' || state === 'waiting'
