import { addDays, type Day, isoWeekday } from '../../domain/calendar.ts'
import { element, type Markup } from './element.ts'
import { box, label, picture, type Said, textWidth, WIDTH } from './picture.ts'

/** The names come in the reader's language. */
export interface CalendarWords {
  month(month: number): string
  day(day: Day): string
  closed: string
  less: string
  more: string
}

const LEVELS = 5
const GAP = 14
const MONTH = (WIDTH - 3 * GAP) / 4
const CELL = MONTH / 7
const HEAD = 22
const BLOCK = HEAD + 6 * CELL + 10

/** All days of a year in twelve months, the fuller the darker; a day without a figure is only outlined. */
export function yearCalendar(said: Said, year: number, counts: ReadonlyMap<Day, number>, words: CalendarWords): Markup {
  const level = levelsOf([...counts.values()])
  const months = Array.from({ length: 12 }, (_, index) => {
    const [left, top] = [(index % 4) * (MONTH + GAP), Math.floor(index / 4) * BLOCK]
    const first = isoWeekday(`${year}-${twoDigits(index + 1)}-01`) - 1
    const cells = daysOf(year, index + 1).map((day, place) => {
      const count = counts.get(day)
      const [column, line] = [(first + place) % 7, Math.floor((first + place) / 7)]
      const style = count === undefined ? 'heat-none' : `heat-${level(count)}`
      const tip = `${words.day(day)}: ${count === undefined ? words.closed : said.write(count)}`
      return box(left + column * CELL + 1, top + HEAD + line * CELL + 1, CELL - 2, CELL - 2, style, tip)
    })
    return element('g', {}, label(left, top + 15, words.month(index + 1)), ...cells)
  })
  const foot = 3 * BLOCK
  const scale = Array.from({ length: LEVELS + 1 }, (_, step) =>
    box(textWidth(words.less) + 10 + step * 18, foot + 3, 15, 15, `heat-${step}`),
  )
  const right = textWidth(words.less) + 10 + (LEVELS + 1) * 18 + 6
  return picture(said, foot + 24, ...months, label(0, foot + 16, words.less), ...scale, label(right, foot + 16, words.more))
}

function daysOf(year: number, month: number): Day[] {
  const first = `${year}-${twoDigits(month)}-01`
  return Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((day) => day.startsWith(first.slice(0, 8)))
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** Fifths of the days that had something: one festival day does not make all others pale. */
function levelsOf(values: number[]): (count: number) => number {
  const some = values.filter((value) => value > 0).sort((one, other) => one - other)
  const bounds = Array.from({ length: LEVELS - 1 }, (_, index) => some[Math.floor((some.length * (index + 1)) / LEVELS)] ?? 0)
  return (count) => (count <= 0 ? 0 : 1 + bounds.filter((bound) => count >= bound && bound > (some[0] ?? 0)).length)
}
