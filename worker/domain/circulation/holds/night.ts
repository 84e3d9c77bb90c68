import type { Day } from '../../calendar.ts'
import type { LibraryCalendar } from '../../library-calendar.ts'
import type { HoldFacts } from './hold.ts'
import { movedShelfExpiry } from './shelf-expiry.ts'

export type NightOfHold =
  | { hold: HoldFacts; turn: 'not-collected' | 'no-longer-needed' | 'wakes' }
  | { hold: HoldFacts; turn: 'shelf-moves'; shelfUntil: Day }

/** What the night does to a hold whose day has come, if anything: nothing expires because the library was closed (R43, R49, R70). */
export function nightOf(hold: HoldFacts, calendar: LibraryCalendar | undefined, today: Day): NightOfHold | undefined {
  const { state, shelfUntil, notAfter, suspended, wakesOn } = hold
  if (state === 'waiting' && shelfUntil !== null && shelfUntil < today) {
    const moved = calendar && movedShelfExpiry(calendar, shelfUntil)
    return moved !== undefined && moved >= today ? { hold, turn: 'shelf-moves', shelfUntil: moved } : { hold, turn: 'not-collected' }
  }
  if (state === 'queued' && notAfter !== null && notAfter < today) return { hold, turn: 'no-longer-needed' }
  if (state === 'queued' && suspended && wakesOn !== null && wakesOn <= today) return { hold, turn: 'wakes' }
  return undefined
}
