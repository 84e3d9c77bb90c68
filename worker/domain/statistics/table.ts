/** What a column holds decides how it is written on a page and in a file. Money is in tiyn, a share in per cent. */
export type ColumnKind = 'text' | 'day' | 'count' | 'decimal' | 'money' | 'share'

/** A count that is not known is null, never zero. */
export type Cell = string | number | null

export interface Column {
  /** The name of the column for a program. */
  key: string
  label: string
  kind: ColumnKind
}

/** Every table of figures that is shown, drawn or taken away as a file. */
export interface Table {
  /** The name of the file without its ending: Latin letters, digits, hyphens. */
  name: string
  title: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /** Shown and put in a workbook under the rows; a file for programs has the rows alone. */
  totals?: readonly Cell[]
}

/** The numbers of one column; what is not known counts as nothing. */
function numbersIn(table: Table, column: number): number[] {
  return table.rows.map((row) => numberOf(row[column]))
}

export const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0)

/** The sums of all columns of counts and money, for the foot of a table. */
export function withTotals(table: Table, word: string): Table {
  const totals = table.columns.map(({ kind }, column) => {
    if (column === 0) return word
    return kind === 'count' || kind === 'money' ? numbersIn(table, column).reduce((sum, each) => sum + each, 0) : null
  })
  return { ...table, totals }
}
