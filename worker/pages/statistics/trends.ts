import type { NetworkChangesAnswer, SeriesAnswer, YearFactsAnswer } from '../../domain/statistics/answers.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Unit } from '../../domain/statistics/units.ts'
import { countText } from '../../domain/written.ts'
import { trendLines } from '../../formats/svg/trend-lines.ts'
import type { Html } from '../html.ts'
import { figure, tableCard } from './figure.ts'
import { textColumn, unitColumn } from './figure-tables.ts'
import { happenedText } from './network-form.ts'
import { link, type Room } from './page.ts'
import { rowsLink } from './rows-link.ts'

const TRENDS: readonly Unit[] = ['loan', 'visit']

type Change = NetworkChangesAnswer['changes'][number]

/** The years counted, and those before the system as they were entered; a year without a figure is a gap, not a zero. */
export function trendTable(room: Room, { points }: SeriesAnswer, { facts }: YearFactsAnswer): Table {
  const before = facts.flatMap(({ year, fact, value }) =>
    fact === 'loans' || fact === 'visits' ? [{ at: String(year), unit: fact === 'loans' ? 'loan' : 'visit', count: value }] : [],
  )
  const known = [...before, ...points]
  const years = [...new Set(known.map(({ at }) => Number(at)))].sort((one, other) => one - other)
  const [first = 0, last = -1] = [years[0], years.at(-1)]
  const counts = new Map<string, number>()
  // The year in which the system began has both: what was entered and what was counted.
  for (const { at, unit, count } of known) counts.set(`${at} ${unit}`, (counts.get(`${at} ${unit}`) ?? 0) + count)
  return {
    name: 'years',
    title: room.words.trends,
    columns: [textColumn('year', room.words.year), ...TRENDS.map((unit) => unitColumn(room, unit))],
    rows: Array.from({ length: last - first + 1 }, (_, index) => [
      String(first + index),
      ...TRENDS.map((unit) => counts.get(`${first + index} ${unit}`) ?? null),
    ]),
  }
}

function networkTable(room: Room, changes: readonly Change[]): Table {
  const { words, language } = room
  return {
    name: 'network',
    title: words.networkChanges,
    columns: [
      textColumn('happened', words.date),
      textColumn('change', words.change),
      { key: 'libraries', label: words.libraries, kind: 'count' },
      textColumn('text', words.whatHappened),
      textColumn('source', words.source),
    ],
    rows: changes.map(({ happened, change, libraries, text, source }) => [
      happenedText(happened),
      words.changes[change],
      libraries,
      text[language],
      source,
    ]),
  }
}

/** Of a year before the system, what was entered; else the journal. */
function yearLink(room: Room, { rows }: Table, entered: ReadonlySet<string>, row: number, column: number): string | undefined {
  const year = rows[row]?.[0]
  const unit = TRENDS[column - 1]
  if (!room.actor || !unit || typeof year !== 'string') return undefined
  if (entered.has(year)) return link(room, '/statistics/year-facts', { year })
  return rowsLink(room, { units: [unit], from: `${year}-01-01`, to: `${year}-12-31` })
}

export function trends(
  room: Room,
  table: Table,
  changes: readonly Change[],
  { facts }: YearFactsAnswer,
): { tables: Table[]; lines: Html; changes: Html } {
  const { words, language } = room
  const marks = changes.flatMap(({ happened, change, libraries, text }) =>
    change === 'opened' || change === 'closed'
      ? Array.from({ length: libraries }, () => ({ year: Number(happened.slice(0, 4)), kind: change, name: text[language] }))
      : [],
  )
  const entered = new Set(facts.filter(({ fact }) => fact === 'loans' || fact === 'visits').map(({ year }) => String(year)))
  const picture = trendLines({ id: 'years', title: table.title, description: words.trendsHelp, write: countText }, table, marks)
  const network = networkTable(room, changes)
  return {
    tables: [table, network],
    lines: figure(room, table, picture, { note: words.trendsHelp, opens: (row, column) => yearLink(room, table, entered, row, column) }),
    changes: tableCard(room, network, { narrow: true }),
  }
}
