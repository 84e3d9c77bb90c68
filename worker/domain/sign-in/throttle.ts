/** So many guesses in a row are free; then each makes the wait longer, from `firstWaitS` doubled to `longestWaitS`. */
interface Limit {
  free: number
  firstWaitS: number
  longestWaitS: number
}

/** A PIN of four digits guessed under this limit takes more than a year. */
export const ACCOUNT: Limit = { free: 5, firstWaitS: 60, longestWaitS: 3600 }
/** A whole library signs in from one address. */
export const ADDRESS: Limit = { free: 50, firstWaitS: 60, longestWaitS: 3600 }

/** After so long without a guess all is forgotten. */
export const FORGOTTEN_AFTER_S = 24 * 3600

/** Guesses in a row that found nothing, and when the last one was. */
export interface Guesses {
  count: number
  lastAt: string | undefined
}

/** How many seconds the next guess has to wait; 0 if it may be made now. */
export function waitBeforeGuess({ count, lastAt }: Guesses, { free, firstWaitS, longestWaitS }: Limit, now: Date): number {
  if (count < free || lastAt === undefined) return 0
  const waitS = Math.min(longestWaitS, firstWaitS * 2 ** (count - free))
  return Math.max(0, Math.ceil((Date.parse(lastAt) - now.getTime()) / 1000 + waitS))
}
