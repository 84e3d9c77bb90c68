import type { Day } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Closing } from './close-days.ts'

export interface DayStanding {
  /** 0: never closed. */
  version: number
  /** Opened again and not closed since. */
  reopened: boolean
  /** The number of the journal's last line. */
  journalTo: number
}

export const isClosed = ({ version, reopened }: DayStanding): boolean => version > 0 && !reopened

/** Opens a closed day again; it is the version that holds that is opened. */
export function reopenDay(standing: DayStanding): { version: number } | Refusal {
  return isClosed(standing) ? { version: standing.version } : refuse('day-is-open')
}

/** Closes a day that was opened again, without waiting for the night. A day not over yet is closed by the night only. */
export function closeDayAgain({ version, reopened, journalTo }: DayStanding, day: Day, branch: number): Closing | Refusal {
  if (!reopened) return refuse(version === 0 ? 'day-is-open' : 'day-is-closed')
  return { day, branch, version: version + 1, correction: 0, journalAfter: 0, journalTo }
}
