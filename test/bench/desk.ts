import { parseArgs } from 'node:util'
import { DEEDS, type DeedFigures, playDay } from './desk/desk-day.ts'
import { buildCatalogue, type DeskLibrary, openDeskLibrary } from './desk/desk-library.ts'
import { machine, writeMeasured } from './report/written.ts'

/** Balkhash: 200,000 titles in 500,000 copies, 25,000 readers, 650,000 loans a year. */
const TOWN = { titles: 200_000, readers: 25_000, loansAYear: 650_000 }
const YEARS = [1, 10]
const MOST_TIMES_SLOWER = 1.3

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    part: { type: 'string', default: '10' },
    deeds: { type: 'string', default: '1000' },
    write: { type: 'boolean', default: false },
  },
})

const number = (value: number) => value.toLocaleString('en-US')
const say = (line: string) => void (process.stderr.isTTY && process.stderr.write(`\r\u001b[K${line}`))
const part = values.full ? 1 : Number(values.part)
const size = { titles: TOWN.titles / part, readers: TOWN.readers / part, loansAYear: TOWN.loansAYear / part }

const lines: string[] = []
const tell = (...more: string[]) => {
  lines.push(...more)
  console.log(more.join('\n'))
}

const libraries: DeskLibrary[] = []
try {
  const catalogue = await buildCatalogue(size.titles, say)
  for (const years of YEARS) {
    say(`${years} years of lending`)
    libraries.push(await openDeskLibrary(catalogue, { ...size, years }, Number(values.deeds)))
  }
  say('')
  tell(
    `${part === 1 ? 'The whole town' : `A town of 1/${part}`}: ${number(size.titles)} titles, ${number(size.readers)} readers, ${number(size.loansAYear)} loans a year; ${number(Number(values.deeds))} of each deed.`,
    machine('libsql 0.5.29'),
    ...libraries.map(
      ({ years, megabytes, seconds }) => `Database with ${years} years: ${number(megabytes)} MB, written in ${seconds.toFixed(0)} s.`,
    ),
    '',
    '| deed | years | median ms | p99 ms | trips, most | rows read, median | most | rows written, median | most |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  )
  const figures = await playDay(libraries, Number(values.deeds), size.readers)
  tell(...figures.map(rowOf), '')
  const passed = marksOf(figures).map(({ text, value, kept }) => {
    tell(`- ${text}: ${value} ${kept ? '(pass)' : '(**FAIL**)'}`)
    return kept
  })
  if (values.write) writeMeasured('desk', '<!-- So far the desk. -->', lines)
  process.exitCode = passed.every(Boolean) ? 0 : 1
} finally {
  for (const library of libraries) await library.close()
}

function rowOf({ deed, years, ms, trips, rowsRead, rowsWritten }: DeedFigures): string {
  const rows = [rowsRead, rowsWritten].flatMap((counted) => [counted?.median, counted?.max])
  const cells = [deed, years, ms.median.toFixed(2), ms.p99.toFixed(2), trips.max, ...rows.map((value) => value ?? 'not counted')]
  return `| ${cells.join(' | ')} |`
}

function marksOf(figures: readonly DeedFigures[]) {
  const [few = 0, many = 0] = YEARS
  const at = (deed: string, years: number) => figures.find((one) => one.deed === deed && one.years === years)
  const slower = DEEDS.flatMap((deed) => {
    const [one, ten] = [at(deed, few), at(deed, many)]
    if (!one || !ten) return []
    const times = ten.ms.median / one.ms.median
    return [
      {
        text: `${deed}: the median with ${many} years is at most ${MOST_TIMES_SLOWER} times that with ${few}`,
        value: times.toFixed(2),
        kept: times <= MOST_TIMES_SLOWER,
      },
    ]
  })
  const trips = Math.max(...figures.map((one) => one.trips.max))
  const more = DEEDS.flatMap((deed) => {
    const [one, ten] = [at(deed, few)?.rowsRead, at(deed, many)?.rowsRead]
    return one && ten ? [ten.median - one.median] : []
  })
  const rows = Math.max(...more)
  return [
    ...slower,
    { text: 'round trips of a deed: at most 2', value: String(trips), kept: trips <= 2 },
    // A file that is too large for WebAssembly is not counted.
    ...(more.length === DEEDS.length
      ? [{ text: `rows that ${many - few} more years add to what a deed reads: none`, value: String(rows), kept: rows <= 0 }]
      : []),
  ]
}
