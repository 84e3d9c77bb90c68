import { type Refusal, refuse } from './refusal.ts'

/** Clocks of desks and of the library may differ by so much. */
const SKEW_MS = 5 * 60_000
/** A desk without a line keeps its deeds no longer than this. */
const OLDEST_MS = 30 * 86_400_000

export interface DeedTime {
  /** When it was done: terms and days are counted from here. */
  now: Date
  /** When the library heard of it, if that was later. */
  recordedAt?: Date
}

/** The time of a deed that a desk did without a line, as its clock told it; any other is done now. */
export function deedTime(told: string | undefined, now: Date): DeedTime | Refusal {
  if (told === undefined) return { now }
  const at = new Date(told)
  const late = now.getTime() - at.getTime()
  if (Number.isNaN(late) || late < -SKEW_MS || late > OLDEST_MS) return refuse('desk-clock-is-wrong')
  return late <= 0 ? { now } : { now: at, recordedAt: now }
}

/** A deed told late is not done over what happened to its copy since: somebody must look. */
export function againstOrder({ now, recordedAt }: DeedTime, lastSeenAt: string | null | undefined): Refusal | undefined {
  return recordedAt && lastSeenAt && Date.parse(lastSeenAt) > now.getTime() ? refuse('copy-was-seen-since') : undefined
}
