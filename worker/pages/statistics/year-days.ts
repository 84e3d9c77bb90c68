import type { Day } from '../../domain/calendar.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Unit } from '../../domain/statistics/units.ts'
import { countText, longDayText, monthName } from '../../domain/written.ts'
import { yearCalendar } from '../../formats/svg/year-calendar.ts'
import type { Html } from '../html.ts'
import { figure } from './figure.ts'
import { unitColumn } from './figure-tables.ts'
import { link, type Room } from './page.ts'
import { rowsLink } from './rows-link.ts'

/** The year as a calendar; each day opens its sheet for those who may see it. */
export function yearDays(room: Room, year: number, unit: Unit, counts: ReadonlyMap<Day, number>): { table: Table; body: Html } {
  const { words, language } = room
  const table: Table = {
    name: 'days',
    title: `${words.units[unit]}: ${year}`,
    columns: [{ key: 'day', label: words.date, kind: 'day' }, unitColumn(room, unit)],
    rows: [...counts].sort(([one], [other]) => (one < other ? -1 : 1)),
  }
  const said = { id: 'days', title: table.title, description: words.calendarHelp, write: countText }
  const picture = yearCalendar(said, year, counts, {
    month: (month) => monthName(month, language),
    day: (day) => longDayText(day, language),
    closed: words.closed,
    less: words.less,
    more: words.more,
  })
  const opens = (row: number, column: number) => {
    const day = table.rows[row]?.[0]
    if (!room.actor || typeof day !== 'string') return undefined
    return column === 0 ? link(room, '/statistics/day', { day }) : rowsLink(room, { units: [unit], from: day, to: day })
  }
  return { table, body: figure(room, table, picture, { opens, note: words.calendarHelp }) }
}
