import { type Day, dayOf } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Where } from './figure.ts'
import { UNITS, type Unit } from './units.ts'

/** What somebody counted where nothing is scanned: open shelves, a day without the system, questions, visitors of an event. */
export interface HandCount {
  day: Day
  branch: number
  unit: Unit
  quantity: number
  /** In tiyn; only of a paid service. */
  amount: number | null
  where: Where
  note: string | null
}

export interface HandCountFacts {
  branches: readonly { id: number }[]
  /** The day is closed and was not opened again. */
  closed: boolean
}

/** To a closed day nothing is added without saying why: it becomes a correction. */
export function enterHandCount(count: HandCount, { branches, closed }: HandCountFacts, now: Date): HandCount | Refusal {
  const { day, branch, unit, amount, where, note } = count
  if (!branches.some(({ id }) => id === branch)) return refuse('branch-not-found')
  if (day > dayOf(now)) return refuse('day-is-to-come')
  const { byHand, splits } = UNITS[unit]
  const foreign = Object.keys(where).some((split) => split === 'byHand' || !splits.some((own) => own === split))
  if (!byHand || foreign || (amount !== null && unit !== 'paid-service')) return refuse('not-counted-by-hand')
  if (closed && note === null) return refuse('day-is-closed')
  return count
}

export interface TakeBackFacts {
  line: { branch: number | null; takenBack: boolean } | undefined
  closed: boolean
}

export function takeBackHandCount({ line, closed }: TakeBackFacts, branch: number, note: string | null): { note: string | null } | Refusal {
  if (!line || line.branch !== branch) return refuse('hand-count-not-found')
  if (line.takenBack) return refuse('hand-count-is-taken-back')
  return closed && note === null ? refuse('day-is-closed') : { note }
}
