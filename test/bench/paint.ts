import { parseArgs } from 'node:util'
import { openBrowserOfManyProcesses } from '../browser/chromium.ts'
import { startSystem } from '../support/system.ts'
import { openSlowly, type Paint } from './paint/slow-page.ts'
import { machine, writeMeasured } from './report/written.ts'

const PAGES = [
  ['home', '/'],
  ['a search', `/search?q=${encodeURIComponent('абай')}`],
  ['a record', '/record/1'],
] as const
const MOST_LARGEST_MS = 1_500
/** Of Lighthouse: more is felt. */
const MOST_SHIFT = 0.1

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' }, write: { type: 'boolean', default: false } } })

const middle = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

const system = await startSystem()
try {
  const browser = await openBrowserOfManyProcesses()
  const measured = PAGES.map(([name, path]) => ({ name, path, runs: [] as Paint[] }))
  // The pages take turns, and the first turn only wakes everybody.
  for (let run = 0; run <= Number(values.runs); run++)
    for (const { path, runs } of measured) {
      const paint = await openSlowly(browser, system.address + path)
      if (run > 0) runs.push(paint)
    }
  await browser.close()
  const lines = report(measured)
  console.log(lines.join('\n'))
  if (values.write) writeMeasured('paint', '<!-- So far the first paint. -->', lines)
  process.exitCode = lines.some((line) => line.includes('FAIL')) ? 1 : 0
} finally {
  await system.remove()
}

function report(measured: readonly { name: string; runs: readonly Paint[] }[]): string[] {
  const of = (runs: readonly Paint[], what: keyof Paint) => middle(runs.map((paint) => paint[what]))
  const rows = measured.map(({ name, runs }) => {
    const largest = runs.map(({ largestMs }) => Math.round(largestMs)).sort((a, b) => a - b)
    const cells = [
      name,
      of(runs, 'firstMs').toFixed(0),
      middle(largest),
      `${largest[0]}–${largest.at(-1)}`,
      of(runs, 'shift').toFixed(3),
      kilobytes(of(runs, 'pageBytes')),
      kilobytes(of(runs, 'bytes')),
      of(runs, 'files'),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const mark = (text: string, value: string, kept: boolean) => `- ${text}: ${value} ${kept ? '(pass)' : '(**FAIL**)'}`
  const slowest = Math.max(...measured.map(({ runs }) => of(runs, 'largestMs')))
  const shift = Math.max(...measured.map(({ runs }) => of(runs, 'shift')))
  return [
    machine(`${values.runs} runs of each page`),
    '',
    '| page | first paint, ms | largest paint, ms | least–most | shift | page, KB | all, KB | files |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    mark('the largest paint is there within 1.5 s', `${slowest.toFixed(0)} ms`, slowest <= MOST_LARGEST_MS),
    mark('nothing moves: a shift of at most 0.1', shift.toFixed(3), shift <= MOST_SHIFT),
  ]
}
