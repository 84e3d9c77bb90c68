import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { brokenLaws } from '../../db/integrity/integrity.ts'
import { addDays } from '../../worker/domain/calendar.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'

/** Of a long stretch only the first days and the last one have deeds; the others are closed all the same. */
const WORKED = 4
const DAY_MS = 86_400_000
const FIRST_DAY = '2026-11-23'
const TABLES = {
  day_closings: 'day, branch_id, version, correction, journal_after, journal_to, closed_at',
  day_figures: 'day, branch_id, correction, unit, content_group, language, kind, reader_category, age_band, by_hand, count',
  day_totals: 'day, branch_id, unit, count',
  period_figures: 'period, branch_id, unit, content_group, language, kind, reader_category, age_band, by_hand, count',
  superseded_figures: 'day, branch_id, version, correction, unit, count',
  statistics_counted: 'journal_to',
}

/** So many days at the desk; the first day was closed, then it had a late line and was opened again at the other branch. */
async function library(days: number): Promise<{ library: Library; night: Date }> {
  const library = await openLibrary()
  for (let day = 0; day < days; day += 1) {
    if (day > WORKED && day < days - 1) continue
    library.state.now = new Date(MONDAY_MORNING.getTime() + day * DAY_MS)
    await library.signIn('director')
    await library.call('POST', '/api/loans', { reader: 'R1', copy: `C${3 + (day % 4)}`, branch: 1 })
    await library.call('POST', '/api/returns', { copy: `C${3 + (day % 4)}`, branch: 1 })
    for (const branch of [1, 2]) await library.call('POST', '/api/visits', { branch, count: 10 + day })
    if (day === 0) await closeDays(openDatabase({ url: library.bindings.LIBSQL_URL }), new Date(`${FIRST_DAY}T19:05:00Z`))
    if (day === 1) {
      await library.call('POST', '/api/hand-counts', {
        day: FIRST_DAY,
        branch: 1,
        unit: 'on-site-use',
        quantity: 30,
        note: 'From the paper',
      })
      await library.call('POST', `/api/day-sheets/${FIRST_DAY}/reopenings`, { branch: 2, reason: 'A line was forgotten' })
    }
  }
  return { library, night: new Date(new Date(`${FIRST_DAY}T19:05:00Z`).getTime() + (days - 1) * DAY_MS) }
}

/** Runs the night; the line is cut at this trip, before or after the database has done what it was asked. */
async function brokenNight({ bindings, state }: Library, night: Date, trip: number, cut: 'before' | 'after'): Promise<boolean> {
  let trips = 0
  let broke = false
  const line = async (request: Request) => {
    trips += 1
    if (trips !== trip) return state.send(request)
    broke = true
    if (cut === 'after') await (await state.send(request)).arrayBuffer()
    throw new TypeError('the line is cut')
  }
  await closeDays(openDatabase({ url: bindings.LIBSQL_URL, fetch: line as typeof fetch }), night).catch(() => undefined)
  return broke
}

const wholeNight = ({ bindings }: Library, night: Date) => closeDays(openDatabase({ url: bindings.LIBSQL_URL }), night)

async function rowsOf({ client }: Library): Promise<Record<string, unknown[]>> {
  const entries = Object.entries(TABLES).map(async ([table, columns]): Promise<[string, unknown[]]> => {
    const { rows } = await client.execute(`SELECT ${columns} FROM ${table} ORDER BY ${columns}`)
    return [table, rows.map((row) => Object.values(row))]
  })
  return Object.fromEntries(await Promise.all(entries))
}

describe.each([
  ['one day', 2],
  ['four missed days', 5],
  ['more missed days than one batch takes', 33],
])('a night that closes %s, a correction and a day opened again', (_, days) => {
  it('leaves the same rows wherever its line was cut, once it has run again', { timeout: 120_000 }, async () => {
    const { library: unbroken, night } = await library(days)
    await wholeNight(unbroken, night)
    const expected = await rowsOf(unbroken)
    const closed = new Set(expected.day_closings?.map((row) => (row as unknown[])[0]))
    expect([...closed]).toEqual(Array.from({ length: days }, (__, day) => addDays(FIRST_DAY, day)))
    expect(expected.superseded_figures).not.toEqual([])
    expect(expected.day_closings?.some((row) => (row as unknown[])[3] === 1)).toBe(true)

    for (let trip = 1, more = true; more; trip += 1) {
      for (const cut of ['before', 'after'] as const) {
        const { library: broken } = await library(days)
        more = await brokenNight(broken, night, trip, cut)
        if (more && cut === 'before') expect((await rowsOf(broken)).day_closings?.length).toBeLessThan(expected.day_closings?.length ?? 0)
        await wholeNight(broken, night)
        expect(await rowsOf(broken), `cut ${cut} trip ${trip}`).toEqual(expected)
        await wholeNight(broken, night)
        expect(await rowsOf(broken), `run once more after a cut ${cut} trip ${trip}`).toEqual(expected)
        const { broken: laws } = await openDatabase({ url: broken.bindings.LIBSQL_URL }).ask({
          broken: brokenLaws({ laws: ['closed-days-match-the-journal', 'years-sum-their-days'] }),
        })
        expect(laws).toEqual([])
      }
      if (!more) expect(trip).toBeGreaterThan(2)
    }
  })
})
