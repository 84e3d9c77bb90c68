import { afterEach, describe, expect, it, vi } from 'vitest'
import { openBreaker } from '../../db/breaker.ts'
import { openDatabase } from '../../db/client.ts'
import { DatabaseUnavailable, type Patience } from '../../db/line.ts'

const clock = { now: 1_000_000 }
const impatient = (): Patience => ({
  limitMs: 4_000,
  insists: false,
  breaker: openBreaker({ failures: 2, restMs: 3_000 }),
  now: () => clock.now,
})
const ROWS_OF_ONE = {
  cols: [{ name: 'n' }],
  rows: [[{ type: 'text', value: 'not "rows_read":99' }]],
  affected_row_count: 0,
  last_insert_rowid: null,
}
const NOTHING = { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null }

interface Sent {
  requests: { type: string; batch?: { steps: unknown[] } }[]
}

/** A database that answers every statement and every batch with the same row, and says what reading it cost. */
async function answering(request: Request): Promise<Response> {
  const { requests }: Sent = JSON.parse(await request.text())
  const results = requests.map(({ type, batch }) => {
    if (type === 'execute') return { type: 'ok', response: { type, result: { ...ROWS_OF_ONE, rows_read: 3_500 } } }
    if (type !== 'batch') return { type: 'ok', response: { type } }
    const last = (batch?.steps.length ?? 0) - 1
    const step_results = batch?.steps.map((_, index) =>
      index === last ? null : index === 1 ? { ...ROWS_OF_ONE, rows_read: 3_500 } : { ...NOTHING, rows_read: 1 },
    )
    return { type: 'ok', response: { type, result: { step_results, step_errors: batch?.steps.map(() => null) } } }
  })
  return Response.json({ baton: null, base_url: null, results })
}

/** A database that does not carry out the one statement, or of a batch the second. */
const failing = (code: string) => async (request: Request) => {
  const error = { code, message: 'no' }
  const { requests }: Sent = JSON.parse(await request.text())
  const results = requests.map(({ type, batch }) => {
    if (type === 'execute') return { type: 'error', error }
    const step_errors = batch?.steps.map((_, index) => (index === 1 ? error : null))
    const result = { step_results: batch?.steps.map((_, index) => (index === 0 ? NOTHING : null)), step_errors }
    return { type: 'ok', response: batch ? { type, result } : { type } }
  })
  return Response.json({ baton: null, base_url: null, results })
}

const question = { one: { statements: ['SELECT 1 AS n'], read: () => 'answered' } }
const twoStatements = { one: { statements: ['SELECT 1 AS n', 'SELECT 2 AS n'], read: () => 'answered' } }
const open = (send: (request: Request) => Promise<Response>, patience = impatient()) =>
  openDatabase({ url: 'http://library.test', fetch: send as typeof fetch, patience })

afterEach(() => void vi.useRealTimers())

describe('the line to the database', () => {
  it.each([
    [question, 3_500],
    [twoStatements, 3_503],
  ])('adds up the rows that statements read, whatever the values say', async (asked, rows) => {
    const db = open(answering)
    expect(await db.ask(asked)).toEqual({ one: 'answered' })
    expect([db.trips, db.rows]).toEqual([1, rows])
  })

  it.each([
    ['refuses the connection', () => Promise.reject(new Error('ECONNREFUSED'))],
    ['answers 503', async () => new Response('busy', { status: 503 })],
    ['knows no such token', async () => Response.json({ error: 'Unauthorized' }, { status: 401 })],
    ['has used up its quota', failing('BLOCKED')],
    ['is locked by another', failing('SQLITE_BUSY')],
    ['cannot read its file', failing('SQLITE_IOERR_READ')],
    ['breaks off in the middle', async () => new Response(new ReadableStream({ start: (line) => line.error(new Error('reset')) }))],
  ])('is unavailable when it %s', async (_, send) => {
    for (const asked of [question, twoStatements]) await expect(open(send).ask(asked)).rejects.toBeInstanceOf(DatabaseUnavailable)
  })

  it.each(['SQLITE_CONSTRAINT', 'SQLITE_ERROR', 'SQL_PARSE_ERROR'])('hands on that a statement failed of itself: %s', async (code) => {
    for (const asked of [question, twoStatements]) await expect(open(failing(code)).ask(asked)).rejects.toMatchObject({ code })
  })

  it('lets others ask while one is told that the database is locked', async () => {
    const patience = impatient()
    for (let time = 0; time < 5; time += 1)
      await open(failing('SQLITE_BUSY'), patience)
        .ask(question)
        .catch(() => undefined)
    expect(await open(answering, patience).ask(question)).toEqual({ one: 'answered' })
  })

  it('is unavailable when no answer comes in time', async () => {
    vi.useFakeTimers()
    const asked = open(() => new Promise(() => undefined)).ask(question)
    const outcome = expect(asked).rejects.toThrow('no answer in 4000 ms')
    await vi.advanceTimersByTimeAsync(4_000)
    await outcome
  })

  it('is left alone after two failures, but for one attempt every three seconds, until it answers', async () => {
    const patience = impatient()
    const state = { down: true, asked: 0 }
    const send = (request: Request) => {
      state.asked += 1
      return state.down ? Promise.reject(new Error('down')) : answering(request)
    }
    const ask = () =>
      open(send, patience)
        .ask(question)
        .then(
          () => 'answered',
          () => 'unavailable',
        )
    const many = async (times: number) => {
      const answers: string[] = []
      for (let time = 0; time < times; time += 1) answers.push(await ask())
      return answers
    }
    expect(new Set(await many(10))).toEqual(new Set(['unavailable']))
    expect(state.asked).toBe(2)
    clock.now += 3_000
    await many(5)
    expect(state.asked).toBe(3)
    clock.now += 3_000
    state.down = false
    expect(await many(5)).toEqual(Array(5).fill('answered'))
  })

  it('is asked by who insists even while others leave it alone', async () => {
    const patience = impatient()
    for (let time = 0; time < 3; time += 1)
      await expect(open(() => Promise.reject(new Error('down')), patience).ask(question)).rejects.toThrow()
    expect(await open(answering, { ...patience, insists: true }).ask(question)).toEqual({ one: 'answered' })
    expect(await open(answering, patience).ask(question)).toEqual({ one: 'answered' })
  })
})
