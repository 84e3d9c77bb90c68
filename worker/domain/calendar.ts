/** A local date of the library, `YYYY-MM-DD`. */
export type Day = string

// Made when it is first needed: an old telephone takes as long for it as for a page.
let almaty: Intl.DateTimeFormat | undefined

/** No zone was ever off by less: within a quarter of an hour the day does not change. */
const QUARTER = 900_000
let last: { quarter: number; day: Day } | undefined

/** The day in Balkhash (Asia/Almaty) at this instant. */
export function dayOf(instant: Date): Day {
  const quarter = Math.floor(instant.getTime() / QUARTER)
  if (last?.quarter !== quarter) last = { quarter, day: formatted(instant) }
  return last.day
}

function formatted(instant: Date): Day {
  almaty ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty', year: 'numeric', month: '2-digit', day: '2-digit' })
  return almaty.format(instant)
}

/** The first instant of this day in Balkhash: UTC+5 since 1 March 2024. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+05:00`)
}

/** Days are counted as days, whatever the clocks did between them (R25). */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function isoWeekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
