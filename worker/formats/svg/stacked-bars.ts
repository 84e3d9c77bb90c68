import { numberOf, type Table } from '../../domain/statistics/table.ts'
import { element, type Markup } from './element.ts'
import { box, fitted, LINE, label, legend, picture, type Said, seriesClass, textWidth, WIDTH } from './picture.ts'

const BAR = 20
const ROW = LINE + BAR + 12

/** A row's bar is cut into its columns: the parts of a row make up its length. The first column names the rows. */
export function stackedBars(said: Said, table: Table): Markup {
  const totals = table.rows.map((row) => row.slice(1).reduce<number>((sum, cell) => sum + numberOf(cell), 0))
  const most = Math.max(1, ...totals)
  const room = WIDTH - textWidth(said.write(most)) - 12
  const key = legend(
    table.columns.slice(1).map((column) => column.label),
    0,
  )
  const bars = table.rows.map((row, index) => {
    const top = key.height + index * ROW
    const total = totals[index] ?? 0
    let x = 0
    const parts = table.columns.slice(1).map((column, part) => {
      const value = numberOf(row[part + 1])
      const width = (value / most) * room
      const drawn = box(x, top + LINE, width, BAR, seriesClass(part), `${row[0]} · ${column.label}: ${said.write(value)}`)
      x += width
      return value > 0 ? drawn : undefined
    })
    return element(
      'g',
      {},
      label(0, top + 15, fitted(String(row[0]), WIDTH)),
      ...parts.filter((part) => part !== undefined),
      label(x + 8, top + LINE + 16, said.write(total), 'start', 'figure'),
    )
  })
  return picture(said, key.height + table.rows.length * ROW, key.drawn, ...bars)
}
