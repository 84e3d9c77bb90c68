import { addDays, type Day } from '../../calendar.ts'

/** A copy that may come to those who wait: free now, or when its loan is due. */
export interface ExpectedCopy {
  place: 'on-shelf' | 'on-loan' | 'in-transit' | 'hold-shelf'
  dueOn: Day | null
}

export interface Forecast {
  /** The earliest day on which it may be collected, if everybody keeps to the terms; null when no copy is left. */
  on: Day | null
  ahead: number
  copies: number
  /** Copies that should be back already: nobody knows when they come. */
  overdue: number
}

/** Between a return and the next reader lies a day: the copy is sorted, carried, set aside. */
const HANDLING_DAYS = 1

/** Hands the copies that come back to those ahead in the queue, one after the other, each for a whole loan. */
export function forecast(copies: readonly ExpectedCopy[], ahead: number, loanDays: number, today: Day): Forecast {
  const tomorrow = addDays(today, 1)
  const free = copies.map(({ place, dueOn }) => freeOn(place, dueOn, today, tomorrow, loanDays)).sort()
  const overdue = copies.filter(({ dueOn }) => dueOn !== null && dueOn < today).length
  for (let reader = 0; reader < ahead; reader += 1) {
    const first = free.shift()
    if (first === undefined) break
    free.push(addDays(first, loanDays + HANDLING_DAYS))
    free.sort()
  }
  const first = free[0]
  return { on: first === undefined ? null : addDays(first, HANDLING_DAYS), ahead, copies: copies.length, overdue }
}

/** A copy set aside or under way to another reader is lent before it comes to this one. */
function freeOn(place: ExpectedCopy['place'], dueOn: Day | null, today: Day, tomorrow: Day, loanDays: number): Day {
  if (place === 'on-shelf') return today
  if (place === 'on-loan') return dueOn !== null && dueOn > tomorrow ? dueOn : tomorrow
  return addDays(today, loanDays)
}
