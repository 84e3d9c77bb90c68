import { addDays, type Day, isoWeekday } from './calendar.ts'

/** The monthly cleaning day: the last working day, or the n-th or last weekday (ISO, Monday is 1) of the month. */
export type CleaningRule = null | 'last-working-day' | { which: 1 | 2 | 3 | 4 | 'last'; weekday: number }

/** The cleaning day of this day's month. One that is no working day is left out, not moved. */
export function cleaningDay(rule: CleaningRule, inMonthOf: Day, isWorkingDay: (day: Day) => boolean): Day | undefined {
  if (rule === null) return undefined
  const days = daysOfMonth(inMonthOf)
  if (rule === 'last-working-day') return days.findLast(isWorkingDay)
  const weekdays = days.filter((day) => isoWeekday(day) === rule.weekday)
  return rule.which === 'last' ? weekdays.at(-1) : weekdays[rule.which - 1]
}

function daysOfMonth(day: Day): Day[] {
  const first = `${day.slice(0, 7)}-01`
  return Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((candidate) => candidate.startsWith(day.slice(0, 7)))
}
