import { numberOf, type Table } from '../../domain/statistics/table.ts'
import { element, type Markup } from './element.ts'
import { box, fitted, LINE, label, legend, picture, type Said, seriesClass, textWidth, WIDTH } from './picture.ts'
import { ticksTo } from './scale.ts'

const PLOT = 180

/** Columns beside columns, for months and years: the first column of the table stands under them. */
export function columnBars(said: Said, table: Table): Markup {
  const series = table.columns.slice(1)
  const ticks = ticksTo(Math.max(0, ...table.rows.flatMap((row) => row.slice(1).map(numberOf))))
  const most = ticks.at(-1) ?? 1
  const left = Math.max(...ticks.map((tick) => textWidth(said.write(tick)))) + 6
  const key = legend(series.length > 1 ? series.map((column) => column.label) : [], 0)
  const top = key.height + 10
  const y = (value: number) => top + PLOT * (1 - value / most)
  const step = (WIDTH - left) / Math.max(1, table.rows.length)
  const wide = Math.min(34, (step * 0.76) / Math.max(1, series.length))
  const grid = ticks.flatMap((tick) => [
    element('line', { x1: left, x2: WIDTH, y1: y(tick), y2: y(tick), class: tick === 0 ? 'axis' : 'grid' }),
    label(left - 6, y(tick) + 5, said.write(tick), 'end', 'quiet'),
  ])
  const columns = table.rows.map((row, index) => {
    const middle = left + (index + 0.5) * step
    const bars = series.map((column, place) => {
      const value = numberOf(row[place + 1])
      const x = middle + (place - series.length / 2) * wide
      return box(x, y(value), wide - 1, y(0) - y(value), seriesClass(place), `${row[0]} · ${column.label}: ${said.write(value)}`)
    })
    return element('g', {}, ...bars, label(middle, y(0) + LINE - 4, fitted(String(row[0]), Math.max(step, 30)), 'middle', 'quiet'))
  })
  return picture(said, y(0) + LINE + 6, key.drawn, ...grid, ...columns)
}
