import { monthName } from '../../domain/written.ts'
import type { Html } from '../html.ts'
import { optionChoice } from './choices.ts'
import type { Room } from './page.ts'

/** `2026` -> «2026 жыл», `2026-Q3` -> «2026 жыл, 3-тоқсан», `2026-11` -> «2026 жыл, қараша», “November 2026”. */
export function periodText(period: string, { words, language }: Room): string {
  const year = words.yearText(period.slice(0, 4))
  const [, quarter, month] = /^\d{4}-(?:Q([1-4])|(\d\d))$/.exec(period) ?? []
  if (quarter) return `${year}, ${words.quarterText(Number(quarter))}`
  if (!month) return year
  const name = monthName(Number(month), language)
  return language === 'en' ? `${name} ${year}` : `${year}, ${name.toLowerCase()}`
}

/** The years, quarters and months up to now, the newest first. */
export function periodChoice(room: Room, chosen: string, only?: 'month' | 'quarter' | 'year'): Html {
  const [year = 0, month = 1] = room.today.split('-').map(Number)
  const years = Array.from({ length: 6 }, (_, back) => String(year - back))
  const quarters = Array.from({ length: 8 }, (_, back) => year * 4 + Math.floor((month - 1) / 3) - back).map(
    (each) => `${Math.floor(each / 4)}-Q${(each % 4) + 1}`,
  )
  const months = Array.from({ length: 24 }, (_, back) => year * 12 + month - 1 - back).map(
    (each) => `${Math.floor(each / 12)}-${String((each % 12) + 1).padStart(2, '0')}`,
  )
  const offered = { year: years, quarter: quarters, month: months }
  const list = only ? offered[only] : [...years, ...quarters, ...months]
  const all = list.includes(chosen) ? list : [chosen, ...list]
  return optionChoice(
    'period',
    room.words.period,
    all.map((each) => [each, periodText(each, room)]),
    chosen,
  )
}
