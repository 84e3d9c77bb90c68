const SHORTEST_CODE = 6
/** A slow scanner over the air; nobody types so fast for the length of a code. */
export const LONGEST_GAP_MS = 80
const MEAN_GAP_MS = 35
/** What codes are made of. */
const IN_A_CODE = /^[\w./-]$/

/** Keys that followed one another too fast for fingers. Times in milliseconds. */
export interface Burst {
  keys: string
  startedAt: number
  lastAt: number
}

/** The burst that this key goes on with, or one that begins with it; none when no code has such a key. */
export function goOn(burst: Burst | undefined, key: string, at: number): Burst | undefined {
  if (!IN_A_CODE.test(key)) return undefined
  const follows = burst && at - burst.lastAt <= LONGEST_GAP_MS
  return follows ? { ...burst, keys: burst.keys + key, lastAt: at } : { keys: key, startedAt: at, lastAt: at }
}

/** Whether Enter, pressed now, ends a scanned code. */
export function isScanned({ keys, startedAt, lastAt }: Burst, enteredAt: number): boolean {
  const fast = enteredAt - lastAt <= LONGEST_GAP_MS && (enteredAt - startedAt) / keys.length <= MEAN_GAP_MS
  return fast && keys.length >= SHORTEST_CODE && /\d/.test(keys)
}
