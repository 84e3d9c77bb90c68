import type { DayListAnswer, DaySheetAnswer } from '../../domain/statistics/answers.ts'
import type { SheetPart } from '../../domain/statistics/day-sheet.ts'
import type { Cell, Column, Table } from '../../domain/statistics/table.ts'
import { type Split, UNITS, type Unit } from '../../domain/statistics/units.ts'
import { instantText } from '../../domain/written.ts'
import { textColumn } from './figure-tables.ts'
import type { Room } from './page.ts'
import { valueWord } from './value-words.ts'

export type SheetLine = SheetPart['lines'][number]

const measured = (unit: Unit, count: number): Cell => (unit === 'paid-income' ? count / 100 : count)

export function partTable({ words }: Room, { part, lines }: SheetPart, { carried }: DaySheetAnswer): Table {
  const column = (key: string, label: string): Column => ({ key, label, kind: 'count' })
  return {
    name: `part-${part}`,
    title: words.parts[part],
    columns: [
      textColumn('unit', words.figure),
      column('total', words.dayTotal),
      column('byHand', words.ofThemByHand),
      column('corrected', words.ofThemLate),
      column('month', words.sinceMonth),
      column('year', words.sinceYear),
    ],
    rows: lines.map(({ unit, total, byHand, corrected }) => [
      unit === 'paid-income' ? `${words.units[unit]}, ₸` : words.units[unit],
      ...[total, byHand, corrected, carried.month[unit] ?? 0, carried.year[unit] ?? 0].map((count) => measured(unit, count)),
    ]),
  }
}

/** One table for each split of a unit, with the values of its rows. */
export function splitTables(room: Room, { unit, splits }: SheetLine): { table: Table; split: Split; values: string[] }[] {
  return UNITS[unit].splits.flatMap((split) => {
    const parts = (split === 'byHand' ? undefined : splits[split]) ?? []
    if (parts.every(({ value }) => value === '')) return []
    return [
      {
        split,
        values: parts.map(({ value }) => value),
        table: {
          name: `${unit}-by-${split}`,
          title: `${room.words.units[unit]}: ${room.words.splits[split].toLowerCase()}`,
          columns: [
            textColumn('value', room.words.splits[split]),
            { key: 'count', label: room.words.count, kind: unit === 'paid-income' ? 'money' : 'count' } satisfies Column,
          ],
          rows: parts.map(({ value, count }) => [valueWord(room, split, value), count]),
        },
      },
    ]
  })
}

export function balanceTable({ words }: Room, { balance }: DaySheetAnswer): Table {
  return {
    name: 'balance',
    title: words.balance,
    columns: [
      textColumn('unit', words.figure),
      { key: 'counted', label: words.counted, kind: 'count' },
      { key: 'transacted', label: words.transacted, kind: 'count' },
      { key: 'difference', label: words.difference, kind: 'count' },
    ],
    rows: balance.map(({ unit, counted, transacted, difference }) => [words.units[unit], counted, transacted, difference]),
  }
}

/** What each correction brought, unit by unit. */
export const correctionLines = ({ corrections }: DaySheetAnswer) =>
  corrections.flatMap(({ correction, closedAt, figures }) =>
    [...Map.groupBy(figures, ({ unit }) => unit)].map(([unit, own]) => ({
      correction,
      closedAt,
      unit,
      count: own.reduce((sum, { count }) => sum + count, 0),
    })),
  )

export function correctionTable(room: Room, sheet: DaySheetAnswer): Table {
  const { words } = room
  return {
    name: 'corrections',
    title: words.corrections,
    columns: [
      { key: 'correction', label: '№', kind: 'count' },
      textColumn('closedAt', words.when),
      textColumn('unit', words.figure),
      { key: 'count', label: words.count, kind: 'count' },
    ],
    rows: correctionLines(sheet).map(({ correction, closedAt, unit, count }) => [
      correction,
      instantText(closedAt),
      words.units[unit],
      measured(unit, count),
    ]),
  }
}

export const LISTED: readonly Unit[] = ['registration', 'visit', 'loan', 'renewal', 'return']

export function listTable({ words }: Room, { days }: DayListAnswer): Table {
  return {
    name: 'days-before',
    title: words.daysBefore,
    columns: [
      { key: 'day', label: words.date, kind: 'day' },
      textColumn('state', words.state),
      ...LISTED.map((unit): Column => ({ key: unit, label: words.units[unit], kind: 'count' })),
    ],
    rows: days.map(({ day, state, version, corrections, totals }) => [
      day,
      `${words.states[state]}${version > 1 ? `, ${words.version(version)}` : ''}${corrections > 0 ? `, ${words.withCorrections(corrections)}` : ''}`,
      ...LISTED.map((unit) => totals[unit] ?? 0),
    ]),
  }
}
