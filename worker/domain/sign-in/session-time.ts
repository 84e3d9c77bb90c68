/** Who does nothing for so long is signed out; what they had begun waits for them. */
export const IDLE_MS = 30 * 60_000
/** A desk that nobody touches for so long locks its screen; its session lives on. */
export const LOCK_AFTER_MS = 10 * 60_000
/** A use is written down again only after so long: it costs a trip, though after the answer. */
const NOTED_EVERY_MS = 5 * 60_000
export const WORKING_DAY_MS = 12 * 3_600_000

export const isWorthNoting = (lastUsedAt: string, now: Date) => now.getTime() - Date.parse(lastUsedAt) >= NOTED_EVERY_MS
