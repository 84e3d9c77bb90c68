import type { Day } from '../calendar.ts'
import type { CopyState, OpenTransfer, TransferReason, TrappedFor } from './copy-state.ts'
import type { CopyFacts } from './facts.ts'
import type { HoldFacts } from './holds/hold.ts'
import { type HoldRules, nextHoldFor, type Skip } from './holds/next-hold.ts'

interface PlaceFacts {
  holds: readonly HoldFacts[]
  rules: HoldRules
  shelfUntil: Day
}

/** A hold that this scan moves: set aside here, or sent on to its pickup branch. */
interface MovedHold {
  id: number
  changes: number
  reader: { id: number; card: string; name: string }
  pickupBranchId: number
  to: 'waiting' | 'in-transit'
  shelfUntil: Day | null
  /** It waited here for this copy before the scan too. */
  unchanged: boolean
}

/** Where a copy in hand at a desk goes, and what that ends. */
export interface NextPlace {
  received: OpenTransfer | undefined
  /** Asked for, and no longer needed or possible. */
  dropped: OpenTransfer | undefined
  /** The hold it was set aside for was given up: the copy leaves the hold shelf (R4a). */
  cleared: boolean
  /** Its copy was withdrawn: back to its place in the queue. */
  released: { id: number; changes: number } | undefined
  hold: MovedHold | undefined
  sent: { toBranchId: number; reason: TransferReason; holdId: number | null; requested: OpenTransfer | undefined } | undefined
  routeTo: number | null
  skips: Skip[]
}

const NOTHING: NextPlace = {
  received: undefined,
  dropped: undefined,
  cleared: false,
  released: undefined,
  hold: undefined,
  sent: undefined,
  routeTo: null,
  skips: [],
}

/** At the wrong branch a copy stays on its way (R54). */
export const stayOnTheWay = ({ transfer }: CopyState): NextPlace => ({ ...NOTHING, routeTo: transfer?.toBranchId ?? null })

/** Receives a copy, sets it aside for a reader, or sends it where it belongs (rules 5.5.8, 5.5.11, 5.5.12). */
export function nextPlace(copy: CopyFacts, state: CopyState, facts: PlaceFacts, branchId: number): NextPlace {
  const received = state.place === 'in-transit' ? state.transfer : undefined
  const asked = state.place === 'in-transit' ? undefined : state.transfer
  const trapped = state.trappedFor
  const live = trapped && (trapped.state === 'waiting' || trapped.state === 'in-transit') ? trapped : undefined
  const kept = copy.withdrawn ? undefined : live
  const cleared = state.place === 'hold-shelf' && kept === undefined
  const place = { ...NOTHING, received, dropped: asked, cleared }
  if (copy.withdrawn) return { ...place, released: live && { id: live.id, changes: live.changes } }
  const { hold: queued, skips } = kept ? { hold: undefined, skips: [] } : nextHold(copy, state, facts, branchId)
  const wanted = kept ?? queued
  if (wanted) {
    const hold = moved(wanted, branchId, facts.shelfUntil)
    const sent = hold.to === 'in-transit' ? send(hold.pickupBranchId, 'hold', hold.id) : undefined
    return { ...place, hold, sent, routeTo: sent?.toBranchId ?? null, skips }
  }
  const toBranchId = asked?.toBranchId ?? (received?.reason === 'asked' ? branchId : copy.homeBranchId)
  if (toBranchId === branchId) return { ...place, skips }
  const requested = asked?.fromBranchId === branchId ? asked : undefined
  const sent = { ...send(toBranchId, asked?.reason ?? 'home', null), requested }
  return { ...place, dropped: requested ? undefined : asked, sent, routeTo: toBranchId, skips }
}

const send = (toBranchId: number, reason: TransferReason, holdId: number | null) => ({ toBranchId, reason, holdId, requested: undefined })

function nextHold(copy: CopyFacts, state: CopyState, { holds, rules }: PlaceFacts, branchId: number) {
  return nextHoldFor(holds, { ...copy, ...state, holdingBranchId: branchId }, rules)
}

function moved(hold: HoldFacts | TrappedFor, branchId: number, shelfUntil: Day): MovedHold {
  const { id, changes, reader, pickupBranchId } = hold
  const own = { id, changes, reader, pickupBranchId }
  if (pickupBranchId !== branchId) return { ...own, to: 'in-transit', shelfUntil: null, unchanged: false }
  const unchanged = hold.state === 'waiting'
  return { ...own, to: 'waiting', shelfUntil: unchanged ? hold.shelfUntil : shelfUntil, unchanged }
}
