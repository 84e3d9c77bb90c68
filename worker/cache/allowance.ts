/** KV's free plan takes 1,000 writes a day, counted from midnight UTC; a few are left for what is not an answer. */
const WRITES_A_DAY = 980
/** What may be written at once at midnight; the rest becomes free evenly until one in the afternoon, six in the evening in Astana. */
const AT_ONCE = 400
const UNTIL_HOUR = 13

export function dayOfWrites(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** How many answers may have been put into KV by now on this day: something is left for the evening's searches. */
export function allowance(now: Date): number {
  const hours = now.getUTCHours() + now.getUTCMinutes() / 60
  return Math.floor(AT_ONCE + (WRITES_A_DAY - AT_ONCE) * Math.min(1, hours / UNTIL_HOUR))
}
