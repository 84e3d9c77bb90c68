import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { brokenLaws } from '../../db/integrity/integrity.ts'
import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import type { DaySheetAnswer, TotalsAnswer } from '../../worker/domain/statistics/answers.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'

const SEED = 2026
const RUNS = 12
const DAY_MS = 86_400_000

const branch = fc.constantFrom(1, 2)
/** A deed without a line is told days later; the same key twice is one deed. */
const ago = fc.integer({ min: 0, max: 9 })
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('visit' as const), branch, count: fc.integer({ min: 1, max: 9 }), ago, key }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('question' as const), branch, count: fc.integer({ min: 1, max: 4 }), ago, key }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('loan' as const),
      reader: fc.constantFrom('R1', 'R2'),
      copy: fc.constantFrom('C1', 'C3', 'C4', 'C5'),
      ago,
      key,
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('return' as const), copy: fc.constantFrom('C1', 'C3', 'C4', 'C5'), branch }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('event' as const), branch, visitors: fc.integer({ min: 0, max: 40 }) }) },
  /** The line of the night may break before its batch, or after it was written. */
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('night' as const), cut: fc.constantFrom('no', 'no', 'before', 'after'), twice: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('reopening' as const), branch, ago }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function live(library: Library, steps: readonly Step[]): Promise<void> {
  const url = library.bindings.LIBSQL_URL
  const send = library.state.send
  const night = async (cut: string) => {
    let requests = 0
    const broken = async (request: Request) => {
      requests += 1
      if (cut === 'before' && requests === 2) throw new TypeError('line cut')
      const answer = await send(request)
      if (cut === 'after' && requests === 2) throw new TypeError('line cut')
      return answer
    }
    const at = new Date(library.state.now)
    await closeDays(openDatabase({ url, fetch: broken as typeof fetch }), at).catch(() => undefined)
  }
  for (const each of steps) {
    const { now } = library.state
    const doneAt = 'ago' in each && each.ago > 0 ? new Date(now.getTime() - each.ago * DAY_MS).toISOString() : undefined
    const once = 'key' in each ? { 'idempotency-key': `${each.is} ${each.key}` } : {}
    if (each.is === 'visit') await library.call('POST', '/api/visits', { branch: each.branch, count: each.count, doneAt }, once)
    if (each.is === 'question') await library.call('POST', '/api/questions', { branch: each.branch, count: each.count, doneAt }, once)
    if (each.is === 'loan') await library.call('POST', '/api/loans', { reader: each.reader, copy: each.copy, branch: 1, doneAt }, once)
    if (each.is === 'return') await library.call('POST', '/api/returns', { copy: each.copy, branch: each.branch })
    if (each.is === 'event')
      await library.call('POST', '/api/services', { deed: 'event', branch: each.branch, kind: 'reading', visitors: each.visitors })
    if (each.is === 'reopening') {
      const day = addDays(dayOf(now), -1 - each.ago)
      await library.call('POST', `/api/day-sheets/${day}/reopenings`, { branch: each.branch, reason: 'A line was forgotten' })
    }
    if (each.is === 'night') {
      library.state.now = new Date(now.getTime() + DAY_MS)
      await night(each.cut)
      if (each.twice) await night('no')
      await library.signIn('director')
    }
  }
  library.state.now = new Date(library.state.now.getTime() + DAY_MS)
  await night('no')
  await library.signIn('director')
}

const UNITS = 'loan,visit,return,reference-answer,event,event-visit,active-borrower'

async function totals(library: Library, split?: string): Promise<Record<string, number>> {
  const [from, to] = [addDays(dayOf(MONDAY_MORNING), -30), addDays(dayOf(library.state.now), -1)]
  const asked = `/api/statistics/totals?from=${from}&to=${to}&unit=${UNITS}${split ? `&split=${split}` : ''}`
  const { figures } = (await (await library.call('GET', asked)).json()) as TotalsAnswer
  const sums: Record<string, number> = {}
  for (const { unit, count } of figures) sums[unit] = (sums[unit] ?? 0) + count
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0))
}

/** What the diary says of all days, corrections and all. */
async function written(library: Library): Promise<number> {
  let visits = 0
  for (let day = addDays(dayOf(MONDAY_MORNING), -12); day < dayOf(library.state.now); day = addDays(day, 1)) {
    for (const of of [1, 2]) {
      const sheet = (await (await library.call('GET', `/api/day-sheets/${day}?branch=${of}`)).json()) as DaySheetAnswer
      visits += sheet.parts.flatMap(({ lines }) => lines).find(({ unit }) => unit === 'visit')?.total ?? 0
    }
  }
  return visits
}

describe(`random histories with late, repeated and offline deeds, nights that break and days opened again, seed ${SEED}`, () => {
  it('leave figures that sum up over branches, languages and classes, and that the journal gives again', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 26 }), async (steps) => {
        const library = await openLibrary()
        await library.signIn('director')
        await live(library, steps)
        const whole = await totals(library)
        for (const split of ['branch', 'language', 'contentGroup']) expect(await totals(library, split), split).toEqual(whole)
        const db = openDatabase({ url: library.bindings.LIBSQL_URL })
        const { broken } = await db.ask({ broken: brokenLaws({ laws: ['closed-days-match-the-journal', 'years-sum-their-days'] }) })
        expect(broken).toEqual([])
        const { rows } = await library.client.execute("SELECT coalesce(sum(quantity), 0) AS visits FROM journal WHERE deed = 'visit'")
        expect(whole.visit ?? 0).toBe(Number(rows[0]?.visits))
        expect(await written(library)).toBe(whole.visit ?? 0)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })
})
