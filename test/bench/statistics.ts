import { mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { startDatabase } from './library/database-process.ts'
import { machine, writeMeasured } from './report/written.ts'
import { addNewDay, fillFirstYear, fillOtherYears, openFile } from './statistics/fill-decade.ts'
import { daysOf, type Measured, measureAnswers, measureClosing, measureNight, measureStock } from './statistics/measure-statistics.ts'

/** Balkhash: 200,000 titles in 500,000 copies, 650,000 loans a year, ten years. */
const TOWN = { firstYear: 2017, years: 10, loansAYear: 650_000, titles: 200_000 }
const MOST_CLOSE_MS = 1_000
const MOST_REPORT_MS = 300
const MOST_TRIPS = 4
const DAYS_CLOSED = 20

const { values } = parseArgs({ options: { part: { type: 'string', default: '1' }, write: { type: 'boolean', default: false } } })
const part = Number(values.part)
const size = { ...TOWN, loansAYear: TOWN.loansAYear / part, titles: TOWN.titles / part }
const directory = join(tmpdir(), 'bulaq-bench', `statistics-${process.pid}`)
const file = join(directory, 'library.db')
const started = performance.now()
const say = (line: string) => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}`)
const number = (value: number) => value.toLocaleString('en-US')

mkdirSync(directory, { recursive: true })
try {
  await atServer((url) => migrate(openDatabase({ url }).client, readMigrations()))
  await atFile((database) => fillFirstYear(database, size))
  say('the first year is written')
  const oneYear = await atServer(async (url) => {
    await closeDays(openDatabase({ url }), new Date(`${size.firstYear}-12-31T19:05:00Z`))
    say('its days are closed')
    return measureClosing(url, daysOf(size, 1, DAYS_CLOSED), `${size.firstYear}-12-31`, 'one day closed, one year of history')
  })
  await atFile((database) => fillOtherYears(database, size))
  const newDay = `${size.firstYear + size.years}-01-01`
  const years = Array.from({ length: size.years }, (_, index) => size.firstYear + index)
  const megabytes = Math.round(statSync(file).size / 1e6)
  say(`the other years are written: ${number(megabytes)} MB`)
  const measured = await atServer(async (url) => {
    const closing = await measureClosing(
      url,
      daysOf(size, size.years, DAYS_CLOSED),
      `${size.firstYear + size.years - 1}-12-31`,
      'one day closed, ten years of history',
    )
    await addNewDay(url, newDay)
    const night = await measureNight(url, newDay)
    say('days are closed')
    await measureStock(url, `${size.firstYear}-01`)
    const stock = await measureStock(url, `${size.firstYear}-01`)
    const national = await measureAnswers(
      url,
      'the national report of a year',
      years.filter((year) => year >= 2025).map((year) => `/api/statistics/reports/national?period=${year}`),
    )
    const annual = await measureAnswers(
      url,
      'the annual report of a year',
      years.filter((year) => year >= 2024).map((year) => `/api/statistics/reports/annual?period=${year}`),
    )
    const indicators = await measureAnswers(
      url,
      'the indicators of a year',
      years.map((year) => `/api/statistics/indicators?period=${year}`),
    )
    const sheets = await measureAnswers(
      url,
      'a day sheet',
      daysOf(size, size.years, 20).map((day) => `/api/day-sheets/${day}?branch=1`),
    )
    const calendar = await measureAnswers(
      url,
      'a year day by day',
      years.map((year) => `/api/statistics/series?unit=loan&step=day&from=${year}-01-01&to=${year}-12-31`),
    )
    const decade = await measureAnswers(url, 'ten years by month and language', [
      `/api/statistics/series?unit=loan&step=month&split=language&from=${years[0]}-01-01&to=${years.at(-1)}-12-31`,
    ])
    return [oneYear, closing, night, stock, national, annual, indicators, sheets, calendar, decade]
  })
  const lines = report(measured, megabytes)
  console.log(lines.join('\n'))
  if (values.write) writeMeasured('statistics', '<!-- So far the statistics. -->', lines)
  process.exitCode = lines.some((line) => line.includes('FAIL')) ? 1 : 0
} finally {
  rmSync(directory, { recursive: true, force: true })
}

async function atServer<Answer>(work: (url: string) => Promise<Answer>): Promise<Answer> {
  const server = await startDatabase(directory)
  try {
    return await work(`${server.url}/library/`)
  } finally {
    await server.stop()
  }
}

async function atFile(work: (database: ReturnType<typeof openFile>) => Promise<void> | void): Promise<void> {
  const database = openFile(file)
  await work(database)
  database.close()
}

function report(measured: readonly Measured[], megabytes: number): string[] {
  const most = ({ ms }: Measured) => ms.at(-1) ?? 0
  const middle = ({ ms }: Measured) => ms[Math.floor(ms.length / 2)] ?? 0
  const named = (start: string) => measured.filter(({ what }) => what.startsWith(start))
  const closings = [...named('one day closed'), ...named('the night')]
  const reports = [...named('the national'), ...named('the annual')]
  const slowest = Math.max(...closings.map(most))
  const trips = Math.max(...closings.map((one) => one.trips))
  const slowestReport = Math.max(...reports.map(most))
  const mark = (text: string, value: string, kept: boolean) => `- ${text}: ${value} ${kept ? '(pass)' : '(**FAIL**)'}`
  return [
    `${part === 1 ? 'The whole town' : `A town of 1/${part}`}: ${number(size.loansAYear)} loans a year, ${size.years} years, ${number(megabytes)} MB.`,
    machine('libsql 0.5.29'),
    '',
    '| what | times | median ms | most ms | trips, most |',
    '|---|--:|--:|--:|--:|',
    ...measured.map((one) => `| ${one.what} | ${one.ms.length} | ${middle(one).toFixed(0)} | ${most(one).toFixed(0)} | ${one.trips} |`),
    '',
    mark('any one day is closed in less than a second', `${slowest.toFixed(0)} ms`, slowest < MOST_CLOSE_MS),
    mark('in fewer than 5 round trips', String(trips), trips <= MOST_TRIPS),
    mark('the report of a year is answered in less than 300 ms', `${slowestReport.toFixed(0)} ms`, slowestReport < MOST_REPORT_MS),
  ]
}
