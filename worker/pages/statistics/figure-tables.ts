import { type Figure, sumOf, sumsBy } from '../../domain/statistics/figure.ts'
import type { Column, Table } from '../../domain/statistics/table.ts'
import type { Split, Unit } from '../../domain/statistics/units.ts'
import type { Room } from './page.ts'
import { valueWord } from './value-words.ts'

/** So many columns are told apart at a glance; the rest are one. */
const MOST_COLUMNS = 4

export const unitColumn = ({ words }: Room, unit: Unit): Column => ({
  key: unit,
  label: words.units[unit],
  kind: unit === 'paid-income' ? 'money' : 'count',
})

export const textColumn = (key: string, label: string): Column => ({ key, label, kind: 'text' })

/** One unit by the values of two splits; `values` are the rows' and columns' own, for links to what is behind. */
export function crossTable(room: Room, figures: readonly Figure[], unit: Unit, rows: Split, columns: Split, name: string, title: string) {
  const rowValues = sumsBy(figures, unit, rows).map(({ value }) => value)
  const all = sumsBy(figures, unit, columns).map(({ value }) => value)
  const kept = all.slice(0, all.length > MOST_COLUMNS + 1 ? MOST_COLUMNS : all.length)
  const rest = all.slice(kept.length)
  const cell = (row: string, column: string) => sumOf(figures, unit, { [rows]: row, [columns]: column })
  const table: Table = {
    name,
    title,
    columns: [
      textColumn(rows, room.words.splits[rows]),
      ...kept.map((value): Column => ({ key: value || 'none', label: valueWord(room, columns, value), kind: 'count' })),
      ...(rest.length > 0 ? [{ key: 'rest', label: room.words.rest, kind: 'count' } satisfies Column] : []),
    ],
    rows: rowValues.map((row) => [
      valueWord(room, rows, row),
      ...kept.map((column) => cell(row, column)),
      ...(rest.length > 0 ? [rest.reduce((sum, column) => sum + cell(row, column), 0)] : []),
    ]),
  }
  return { table, rowValues, columnValues: [...kept.map((value) => [value]), ...(rest.length > 0 ? [rest] : [])] }
}

/** Some units by the values of one split: branches with their loans and visits. */
export function splitTable(
  room: Room,
  figures: readonly Figure[],
  units: readonly Unit[],
  split: Split | 'branch',
  name: string,
  title: string,
) {
  const [first] = units
  const values = first ? [...new Set(units.flatMap((unit) => sumsBy(figures, unit, split).map(({ value }) => value)))] : []
  const ordered = split === 'branch' ? values.sort((one, other) => Number(one) - Number(other)) : values
  const table: Table = {
    name,
    title,
    columns: [textColumn(split, room.words.splits[split]), ...units.map((unit) => unitColumn(room, unit))],
    rows: ordered.map((value) => [valueWord(room, split, value), ...units.map((unit) => sumOf(figures, unit, { [split]: value }))]),
  }
  return { table, values: ordered }
}
