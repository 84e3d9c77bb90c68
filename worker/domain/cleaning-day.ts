import { addDays, type Day, isoWeekday } from './calendar.ts'

/** The monthly cleaning day: the last working day, or the n-th or last weekday (ISO, Monday is 1) of the month. */
export type CleaningRule = null | 'last-working-day' | { which: 1 | 2 | 3 | 4 | 'last'; weekday: number }

/** Is this working day the cleaning day of its month? One that falls on a day off is left out, not moved. */
export function isCleaningDay(rule: CleaningRule, day: Day, isWorkingDay: (day: Day) => boolean): boolean {
  if (rule === null) return false
  if (rule === 'last-working-day') return !restOfMonth(day).some(isWorkingDay)
  if (isoWeekday(day) !== rule.weekday) return false
  if (rule.which === 'last') return !sameMonth(day, addDays(day, 7))
  return Math.ceil(Number(day.slice(8)) / 7) === rule.which
}

const sameMonth = (one: Day, other: Day) => one.slice(0, 7) === other.slice(0, 7)

function restOfMonth(day: Day): Day[] {
  return Array.from({ length: 30 }, (_, index) => addDays(day, index + 1)).filter((later) => sameMonth(day, later))
}
