import type { CopyState } from './copy-state.ts'
import type { CopyFacts } from './facts.ts'
import type { HoldFacts } from './holds/hold.ts'
import { type HoldRules, holdsThatThisCopyCouldFill } from './holds/next-hold.ts'

interface Claim {
  id: number
  changes: number
}

export interface HoldClaims {
  /** The hold of this reader that the loan fulfils (R17). */
  fills: Claim | undefined
  /** The hold of another reader for whom the copy is set aside or under way: it goes back to its place in the queue. */
  releases: Claim | undefined
  /** Readers who wait for the title and stand before this one. */
  overtaken: number
  waiting: number
}

export interface TitleHolds {
  /** The head of the queue. */
  holds: readonly HoldFacts[]
  /** The open hold on the title of the reader at the desk. */
  ownHold: (Claim & { copyId: number | null }) | undefined
  rules: HoldRules
}

/** What the holds on a title say to lending this copy to this reader (R12, R17). */
export function claimsOn(copy: CopyFacts, state: CopyState, readerId: number, { holds, ownHold, rules }: TitleHolds): HoldClaims {
  const { trappedFor } = state
  const live = trappedFor?.state === 'waiting' || trappedFor?.state === 'in-transit' ? trappedFor : undefined
  const own = ownHold && (ownHold.copyId === null || ownHold.copyId === copy.id) ? ownHold : undefined
  const waiting = holdsThatThisCopyCouldFill(holds, { ...copy, ...state }, rules)
  const place = waiting.findIndex(({ reader }) => reader.id === readerId)
  const others = waiting.filter(({ reader }) => reader.id !== readerId).length
  return {
    fills: own && { id: own.id, changes: own.changes },
    releases: live && live.reader.id !== readerId ? { id: live.id, changes: live.changes } : undefined,
    overtaken: live?.reader.id === readerId ? 0 : place === -1 ? others : place,
    waiting: others,
  }
}

/** Whom a renewal would keep waiting (R31): those this copy could serve, unless other copies on the shelves can serve all of them. */
export function keptWaiting(
  copy: CopyFacts,
  state: CopyState,
  { holds, rules }: Pick<TitleHolds, 'holds' | 'rules'>,
  others: { allowed: boolean; onShelf: number },
): number {
  const waiting = holdsThatThisCopyCouldFill(holds, { ...copy, ...state }, rules)
  if (waiting.some(({ copyId }) => copyId === copy.id)) return waiting.length
  return others.allowed && others.onShelf >= waiting.length ? 0 : waiting.length
}
