import type { Day } from './calendar.ts'
import type { Hours } from './library-calendar.ts'

/** A day as a branch announces it; `reason` says why it differs from the week. */
export interface AnnouncedDay {
  day: Day
  hours: readonly Hours[]
}

export type Opening =
  | { state: 'open'; until: string }
  /** Closed now; opens at this time of this day. */
  | { state: 'closed'; opensOn: Day; at: string }
  /** Not within the days that are announced. */
  | { state: 'closed-for-long' }

/** Whether a branch is open at this time (`HH:MM`, local) of the first of these days, or when it will be. */
export function openingAt(days: readonly AnnouncedDay[], time: string): Opening {
  const [today, ...later] = days
  const now = today?.hours.find(({ opens, closes }) => opens <= time && time < closes)
  if (now) return { state: 'open', until: now.closes }
  const next = today?.hours.find(({ opens }) => opens > time)
  if (today && next) return { state: 'closed', opensOn: today.day, at: next.opens }
  const day = later.find(({ hours }) => hours.length > 0)
  const [first] = day?.hours ?? []
  return day && first ? { state: 'closed', opensOn: day.day, at: first.opens } : { state: 'closed-for-long' }
}
