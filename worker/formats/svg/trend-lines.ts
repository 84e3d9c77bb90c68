import { type Cell, numberOf, type Table } from '../../domain/statistics/table.ts'
import { element, type Markup } from './element.ts'
import { LINE, label, legend, picture, type Said, seriesClass, textWidth, WIDTH } from './picture.ts'
import { ticksTo } from './scale.ts'

/** A change of the network on the axis: what happened is told in the table under the picture. */
export interface Mark {
  year: number
  kind: 'opened' | 'closed'
  name: string
}

const PLOT = 260

/** Lines through the years: the first column is the year, each other column a line. A year that is not known leaves a gap. */
export function trendLines(said: Said, table: Table, marks: readonly Mark[]): Markup {
  const years = table.rows.map((row) => Number(row[0]))
  const all = [...years, ...marks.map(({ year }) => year)]
  const [from, to] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)]
  const ticks = ticksTo(Math.max(0, ...table.rows.flatMap((row) => row.slice(1).map(numberOf))))
  const top = ticks.at(-1) ?? 1
  const left = Math.max(...ticks.map((tick) => textWidth(said.write(tick)))) + 10
  const key = legend(
    table.columns.slice(1).map((column) => column.label),
    0,
  )
  const x = (year: number) => (to === from ? (left + WIDTH) / 2 : left + 12 + ((year - from) / (to - from)) * (WIDTH - left - 40))
  const y = (value: number) => key.height + 12 + PLOT * (1 - value / top)
  const axis = y(0)
  const grid = ticks.flatMap((tick) => [
    element('line', { x1: left, x2: WIDTH, y1: y(tick), y2: y(tick), class: tick === 0 ? 'axis' : 'grid' }),
    label(left - 8, y(tick) + 6, said.write(tick), 'end', 'quiet'),
  ])
  const lines = table.columns.slice(1).flatMap((column, index) =>
    runsOf(
      years,
      table.rows.map((row) => row[index + 1]),
    ).flatMap((run) => [
      element('polyline', {
        points: run.map(([year, value]) => `${near(x(year))},${near(y(value))}`).join(' '),
        class: `line ${seriesClass(index)}`,
      }),
      ...run.map(([year, value]) =>
        element(
          'circle',
          { cx: x(year), cy: y(value), r: years.length > 24 ? 2 : 4, class: seriesClass(index) },
          element('title', {}, `${year} · ${column.label}: ${said.write(value)}`),
        ),
      ),
    ]),
  )
  const written = yearsToWrite(from, to).map((year) => label(x(year), axis + LINE, String(year), 'middle', 'quiet'))
  const changed = marksByYear(marks)
  const changes = changed.map(({ year, opened, closed, names }) =>
    element(
      'g',
      {},
      element('line', { x1: x(year), x2: x(year), y1: key.height + 12, y2: axis, class: 'change' }),
      ...(opened > 0 ? [triangle(x(year), axis + 34, 'opened', opened, names)] : []),
      ...(closed > 0 ? [triangle(x(year), axis + 34 + (opened > 0 ? 24 : 0), 'closed', closed, names)] : []),
    ),
  )
  const deep = changed.length === 0 ? 30 : changed.some(({ opened, closed }) => opened > 0 && closed > 0) ? 78 : 54
  return picture(said, axis + deep, key.drawn, ...grid, ...changes, ...written, ...lines)
}

const near = (value: number) => Math.round(value * 10) / 10

/** Known values side by side; what is not known parts them. */
function runsOf(years: number[], cells: (Cell | undefined)[]): [number, number][][] {
  const runs: [number, number][][] = [[]]
  for (const [index, cell] of cells.entries()) {
    const year = years[index]
    if (typeof cell === 'number' && year !== undefined) runs.at(-1)?.push([year, cell])
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

function yearsToWrite(from: number, to: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((each) => (to - from) / each <= 8) ?? 100
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(1, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step)
}

function marksByYear(marks: readonly Mark[]) {
  const years = [...new Set(marks.map(({ year }) => year))].sort((one, other) => one - other)
  return years.map((year) => {
    const own = marks.filter((mark) => mark.year === year)
    const count = (kind: Mark['kind']) => own.filter((mark) => mark.kind === kind).length
    return { year, opened: count('opened'), closed: count('closed'), names: own.map(({ name }) => name).join('; ') }
  })
}

function triangle(x: number, top: number, kind: Mark['kind'], count: number, names: string): Markup {
  const points =
    kind === 'opened'
      ? `${near(x)},${near(top)} ${near(x - 8)},${near(top + 14)} ${near(x + 8)},${near(top + 14)}`
      : `${near(x)},${near(top + 14)} ${near(x - 8)},${near(top)} ${near(x + 8)},${near(top)}`
  const shape = element('polygon', { points, class: kind }, element('title', {}, names))
  return element('g', {}, shape, ...(count > 1 ? [label(x + 11, top + 13, String(count), 'start', 'small')] : []))
}
