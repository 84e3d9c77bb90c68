import { openDatabase } from '../../../db/client.ts'
import { closedFigures } from '../../../db/statistics/figures.ts'
import { recordStock } from '../../../db/statistics/stock.ts'
import { addDays, isoWeekday } from '../../../worker/domain/calendar.ts'
import { closeDays } from '../../../worker/jobs/close-days.ts'
import { type DecadeSize, TOKEN } from './fill-decade.ts'

interface App {
  createApp(ports: { now(): Date; fetch: typeof fetch }): { fetch(request: Request, env: object, context: object): Promise<Response> }
}
const { createApp }: App = await import(new URL('../../../worker/app.ts', import.meta.url).href)

export interface Measured {
  what: string
  ms: number[]
  trips: number
}

const midnight = (day: string) => new Date(`${day}T19:05:00Z`)

async function timed(what: string, days: readonly string[], run: (day: string) => Promise<number>): Promise<Measured> {
  const ms: number[] = []
  let trips = 0
  for (const day of days) {
    const started = performance.now()
    trips = Math.max(trips, await run(day))
    ms.push(performance.now() - started)
  }
  return { what, ms: ms.sort((one, other) => one - other), trips }
}

/** Working days of the first year, spread over the years that are there: each year is like the first. */
export function daysOf({ firstYear }: DecadeSize, years: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(`${firstYear}-01-01`, (index * 97) % 360)
    const working = isoWeekday(day) === 7 ? addDays(day, 1) : day
    return `${firstYear + (index % years)}${working.slice(4)}`
  })
}

/** Closes days again, each branch of them, by the product's own job: what the night does for one day, and putting aside what was there. */
export async function measureClosing(url: string, days: readonly string[], lastClosed: string, what: string): Promise<Measured> {
  const { client } = openDatabase({ url })
  for (const day of days) {
    const closed = await client.execute({ sql: 'SELECT count(*) AS rows, sum(count) AS sum FROM day_figures WHERE day = ?', args: [day] })
    if (Number(closed.rows[0]?.rows) === 0) throw new Error(`${day} has no figures`)
  }
  const open = (day: string) =>
    client.execute({
      sql: `INSERT INTO day_reopenings SELECT day, branch_id, max(version), 'bench', '', NULL FROM day_closings WHERE day = ? GROUP BY 2`,
      args: [day],
    })
  const measured: Measured = { what, ms: [], trips: 0 }
  for (const day of new Set(days)) {
    const before = await sums(url, day)
    await open(day)
    const { ms, trips } = await timed(what, [day], async () => {
      const db = openDatabase({ url })
      await closeDays(db, midnight(lastClosed))
      return db.trips
    })
    measured.ms.push(...ms)
    measured.trips = Math.max(measured.trips, trips)
    if ((await sums(url, day)) !== before) throw new Error(`${day} is counted otherwise than before`)
  }
  return { ...measured, ms: measured.ms.sort((one, other) => one - other) }
}

async function sums(url: string, day: string): Promise<string> {
  const asked = {
    period: { from: day, to: day },
    branch: null,
    units: ['loan', 'renewal', 'visit'] as const,
    splits: ['language'] as const,
  }
  return JSON.stringify(await openDatabase({ url }).ask({ figures: closedFigures(asked) }))
}

/** The night after a new day. */
export const measureNight = (url: string, day: string) =>
  timed('the night after one day', [day], async () => {
    const db = openDatabase({ url })
    await closeDays(db, midnight(day))
    return db.trips
  })

export const measureStock = (url: string, month: string) =>
  timed('counting the stock', [month, month, month], async () => {
    const db = openDatabase({ url })
    await db.record(recordStock(month))
    return db.trips
  })

/** Answers of the product's own routes, for a director. */
export async function measureAnswers(url: string, what: string, paths: readonly string[]): Promise<Measured> {
  let trips = 0
  const app = createApp({
    now: () => new Date('2027-01-05T05:00:00Z'),
    fetch: ((request: Request) => {
      trips += 1
      return fetch(request)
    }) as typeof fetch,
  })
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  return timed(what, paths, async (path) => {
    trips = 0
    const response = await app.fetch(
      new Request(`http://bulaq.bench${path}`, { headers: { cookie: `__Host-bulaq=${TOKEN}` } }),
      { LIBSQL_URL: url },
      context,
    )
    const answer = await response.text()
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${answer}`)
    return trips
  })
}
