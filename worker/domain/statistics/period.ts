import { addDays, type Day, isDay } from '../calendar.ts'

/** `2026`, `2026-Q3`, `2026-11` or `2026-11-23`. */
export type PeriodName = string

export interface Period {
  from: Day
  to: Day
}

/** The first and the last day of a period; undefined if it is none. */
export function periodOf(name: PeriodName): Period | undefined {
  const [, year = '', quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?$/.exec(name) ?? []
  if (!year || year < '1900') return undefined
  if (day) return isDay(name) ? { from: name, to: name } : undefined
  if (month) return isDay(`${name}-01`) ? { from: `${name}-01`, to: lastOfMonth(name) } : undefined
  if (!quarter) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = `${year}-${String(Number(quarter) * 3).padStart(2, '0')}`
  return { from: `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`, to: lastOfMonth(last) }
}

/** The whole years and months in a period, and the days left over: what is summed already is not summed again. */
export function piecesOf({ from, to }: Period): { periods: PeriodName[]; days: Period[] } {
  const periods: PeriodName[] = []
  const days: Period[] = []
  let at = from
  while (at <= to) {
    const year = at.slice(0, 4)
    const month = at.slice(0, 7)
    if (at.endsWith('-01-01') && `${year}-12-31` <= to) {
      periods.push(year)
      at = addDays(`${year}-12-31`, 1)
    } else if (at.endsWith('-01') && lastOfMonth(month) <= to) {
      periods.push(month)
      at = addDays(lastOfMonth(month), 1)
    } else {
      const end = lastOfMonth(month) < to ? lastOfMonth(month) : to
      days.push({ from: at, to: end })
      at = addDays(end, 1)
    }
  }
  return { periods, days }
}

function lastOfMonth(month: string): Day {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
