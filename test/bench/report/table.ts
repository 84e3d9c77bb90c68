import type { Distribution } from '../measure/distribution.ts'
import type { ClassResult } from '../measure/run-class.ts'
import type { Mark, SizeResult } from './marks.ts'

type Cells = readonly string[]

/** A table for a terminal that is also Markdown. */
function table(head: Cells, rows: readonly Cells[]): string {
  const widths = head.map((cell, place) => Math.max(cell.length, ...rows.map((row) => row[place]?.length ?? 0)))
  const line = (cells: Cells) =>
    `| ${cells.map((cell, place) => (place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, place) => (place === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 })
const ms = (value: number) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : number(value))

export function classTable(classes: readonly ClassResult[]): string {
  const head = [
    '',
    'median ms',
    'p99 ms',
    'plain FTS5',
    'p99',
    'times faster',
    'trips',
    'rows read, most',
    'CPU ms',
    'found first',
    'in ten',
    'plain in ten',
  ]
  return table(head, classes.map(classRow))
}

/** What of these times is the machine's and the wire's. */
export function thereLine({ median, p99 }: Distribution): string {
  return `The way to the database and back alone (\`SELECT 1\` by the same client, asked as often): ${ms(median)} ms, p99 ${ms(p99)} ms.`
}

function classRow({ name, ms: own, plainMs, trips, tripsCorrected, rows, cpuMs, known }: ClassResult): Cells {
  const share = (count: number | undefined) => (known && count !== undefined ? (count / known.of).toFixed(2) : '')
  return [
    name,
    ms(own.median),
    ms(own.p99),
    plainMs ? ms(plainMs.median) : '',
    plainMs ? ms(plainMs.p99) : '',
    plainMs ? (plainMs.median / own.median).toFixed(1) : '',
    tripsCorrected > 0 ? `${trips} (${tripsCorrected})` : String(trips),
    rows ? number(rows.max) : '',
    ms(cpuMs),
    share(known?.first),
    share(known?.top10),
    share(known?.plainTop10),
  ]
}

export function buildTable(results: readonly SizeResult[]): string {
  const head = ['titles', 'copies', 'index s', 's for 100,000', 'bytes a title', ...PARTS, 'plain FTS5 s']
  return table(
    head,
    results.map(({ build: { titles, copies, indexSeconds, plainSeconds, size } }) => [
      number(titles),
      number(copies),
      indexSeconds.toFixed(1),
      ((indexSeconds / titles) * 100_000).toFixed(1),
      number(Object.values(size).reduce((sum, part) => sum + part, 0) / titles),
      ...PARTS.map((part) => number(size[part] / titles)),
      plainSeconds.toFixed(1),
    ]),
  )
}

const PARTS = ['words', 'lines', 'facets', 'spelling', 'suggestions', 'other'] as const

export function marksTable(marks: readonly Mark[]): string {
  return table(
    ['mark', 'measured', ''],
    marks.map(({ text, value, passed }) => [text, value, passed ? 'pass' : 'FAIL']),
  )
}
