import type { Day } from '../calendar.ts'

/** A copy is in one place: on loan, on its way, set aside for a reader, or on its shelf. */
export type Place = 'on-shelf' | 'on-loan' | 'in-transit' | 'hold-shelf'

export type TransferReason = 'home' | 'hold' | 'asked'

export interface OpenTransfer {
  id: number
  copyId: number
  fromBranchId: number
  toBranchId: number
  reason: TransferReason
  holdId: number | null
  requestedAt: string
  /** Null while it is only asked for: the copy still stands at `fromBranchId` (R50). */
  sentAt: string | null
}

export type IncidentKind = 'lost' | 'missing' | 'damaged' | 'claimed-returned'

export interface OpenIncident {
  id: number
  kind: IncidentKind
  at: string
  loanId: number | null
}

/** The hold for which a copy is set aside or travels; closed when it was given up and the copy is still to be scanned (R4a). */
export interface TrappedFor {
  id: number
  state: 'in-transit' | 'waiting' | 'cancelled' | 'expired'
  /** Only this copy will do. */
  copyId: number | null
  reader: { id: number; card: string; name: string }
  pickupBranchId: number
  shelfUntil: Day | null
  changes: number
}

/** Where a copy is and what stands against it, beside its loan. */
export interface CopyState {
  holdingBranchId: number
  place: Place
  addedOn: Day | null
  lastSeenAt: string | null
  /** How often it was changed: the next deed writes `changes + 1`, and one of two at once breaks there. */
  changes: number
  transfer: OpenTransfer | undefined
  trappedFor: TrappedFor | undefined
  incident: OpenIncident | undefined
}
