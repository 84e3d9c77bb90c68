import type { Day } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'

export interface OpenBlock {
  id: number
  kind: 'by-hand' | 'suspension'
  /** The last day; null until somebody lifts it. */
  until: Day | null
  reason: string | null
}

export interface BlockFacts {
  readerId: number | undefined
  blocks: readonly OpenBlock[]
}

export interface NewBlock {
  readerId: number
  until: Day | null
  reason: string
}

/** Blocks a reader by hand: what overdue books do needs nobody's hand (R5b). */
export function blockReader({ readerId }: BlockFacts, request: { until: Day | null; reason: string }, today: Day): NewBlock | Refusal {
  if (readerId === undefined) return refuse('reader-not-found')
  if (request.until !== null && request.until < today) return refuse('day-has-passed')
  return { readerId, ...request }
}

/** Ends a block or a suspension before its day. */
export function liftBlock({ readerId, blocks }: BlockFacts, id: number): OpenBlock | Refusal {
  if (readerId === undefined) return refuse('reader-not-found')
  return blocks.find((block) => block.id === id) ?? refuse('block-not-found')
}
