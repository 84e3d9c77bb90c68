import type { Day } from '../../calendar.ts'

export type HoldState = 'queued' | 'in-transit' | 'waiting' | 'filled' | 'cancelled' | 'expired'

export interface HoldFacts {
  id: number
  recordId: number
  /** Only this copy will do; any copy of the record if null. */
  copyId: number | null
  reader: { id: number; card: string; name: string }
  pickupBranchId: number
  state: HoldState
  /** Its place in the queue, from 1; 0 once a copy was found for it (R43). */
  position: number
  placedOn: Day
  notAfter: Day | null
  suspended: boolean
  wakesOn: Day | null
  trappedCopyId: number | null
  shelfUntil: Day | null
  /** How often it was changed: the next deed writes `changes + 1`, and one of two at once breaks there. */
  changes: number
}

/** Suspended today; a hold wakes on its day, whether or not the night's job has run (R43). */
export function sleeps({ suspended, wakesOn }: HoldFacts, today: Day): boolean {
  return suspended && (wakesOn === null || wakesOn > today)
}
