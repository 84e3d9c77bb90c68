import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'

/** An answer as it was found: its list holds while the catalogue stands still, its copies only for a moment. */
export interface KeptAnswer {
  at: number
  generation: number
  answer: SearchAnswer
}

/** An answer in this isolate's memory. */
export interface RememberedAnswer extends KeptAnswer {
  /** KV holds it too. */
  far: boolean
  /** How often anything had been lent or taken back here when it was found. */
  touches: number
}

const HOUR_MS = 3_600_000
const LONGEST_MS = 24 * HOUR_MS
const SHORT_MS = 50_000

/** How old an answer may become: a day; what found nothing, or only what is on the shelf, not even a minute. */
export function isTooOld({ at, answer }: KeptAnswer, onShelfOnly: boolean, now: number): boolean {
  return now - at > (onShelfOnly || answer.hits.length === 0 ? SHORT_MS : LONGEST_MS)
}

/**
 * Whether it is time to find the answer anew, behind the reader's back: counts of what is on the shelf, and the order by loans,
 * drift. `jitter` (0 to 1) keeps answers found together from being renewed together.
 */
export function isRipe({ at }: KeptAnswer, jitter: number, now: number): boolean {
  return now - at > (1 + jitter) * HOUR_MS
}
