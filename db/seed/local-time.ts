import { addDays, type Day, daysBetween } from '../../worker/domain/calendar.ts'

/** UTC+6 until Kazakhstan moved to one zone on 1 March 2024, UTC+5 since. */
export function instantAt(day: Day, second: number): string {
  const hours = day < '2024-03-01' ? 6 : 5
  return new Date(Date.parse(`${day}T00:00:00Z`) + (second - hours * 3_600) * 1_000).toISOString()
}

/** The 730 days that end yesterday. */
export function historyDays(today: Day): Day[] {
  const first = addDays(today, -730)
  return Array.from({ length: daysBetween(first, today) }, (_, index) => addDays(first, index))
}
