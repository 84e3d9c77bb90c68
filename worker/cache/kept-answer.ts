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

const DAY_MS = 24 * 3_600_000
const LONGEST_MS = 7 * DAY_MS
const SHORT_MS = 50_000

/** Young enough for everything in it to be believed. */
export function isYoung({ at }: KeptAnswer, now: number): boolean {
  return now - at <= SHORT_MS
}

/** How old an answer may become: a week; what found nothing, or only what is on the shelf, not even a minute. */
export function isTooOld(kept: KeptAnswer, onShelfOnly: boolean, now: number): boolean {
  return onShelfOnly || kept.answer.hits.length === 0 ? !isYoung(kept, now) : now - kept.at > LONGEST_MS
}

/**
 * Whether it is time to find the answer anew, behind the reader's back, before it is too old. `jitter` (0 to 1) keeps answers found
 * together from being renewed together.
 */
export function isRipe({ at }: KeptAnswer, jitter: number, now: number): boolean {
  return now - at > LONGEST_MS * (0.6 + 0.3 * jitter)
}
