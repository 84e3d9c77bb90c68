import { numberOf, type Table } from '../../domain/statistics/table.ts'
import { element, type Markup } from './element.ts'
import { box, fitted, LINE, label, legend, picture, type Said, seriesClass, textWidth, WIDTH } from './picture.ts'

const BAR = 18

/** One bar for each column beside the others, row under row: branches with their loans and visits. The first column names the rows. */
export function sideBySide(said: Said, table: Table): Markup {
  const series = table.columns.slice(1)
  const most = Math.max(1, ...table.rows.flatMap((row) => row.slice(1).map(numberOf)))
  const room = WIDTH - textWidth(said.write(most)) - 12
  const rowHeight = LINE + series.length * (BAR + 3) + 12
  const key = legend(
    series.map((column) => column.label),
    0,
  )
  const rows = table.rows.map((row, index) => {
    const top = key.height + index * rowHeight
    const bars = series.flatMap((column, place) => {
      const cell = row[place + 1] ?? null
      const width = (numberOf(cell) / most) * room
      const y = top + LINE + place * (BAR + 3)
      const written = cell === null ? '—' : said.write(numberOf(cell))
      return [
        box(0, y, width, BAR, seriesClass(place), `${row[0]} · ${column.label}: ${written}`),
        label(width + 8, y + 15, written, 'start', 'figure'),
      ]
    })
    return element('g', {}, label(0, top + 15, fitted(String(row[0]), WIDTH)), ...bars)
  })
  return picture(said, key.height + table.rows.length * rowHeight, key.drawn, ...rows)
}
