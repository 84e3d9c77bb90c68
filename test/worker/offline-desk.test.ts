import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('aigerim')
})

async function call(method: string, path: string, body?: object, key: string = crypto.randomUUID()) {
  const response = await library.call(method, path, body, { 'idempotency-key': key })
  return { status: response.status, body: (await response.json()) as Record<string, never> }
}
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const lend = (copy: string, doneAt: string, reader = 'R1', key?: string) =>
  call('POST', '/api/loans', { reader, copy, branch: 1, doneAt }, key)
const takeBack = (copy: string, doneAt: string) => call('POST', '/api/returns', { copy, branch: 1, doneAt })

const FRIDAY = '2026-11-20T06:00:00.000Z'

describe('a deed that a desk did without a line', () => {
  it('is recorded with the time of the desk, due from then, and the journal keeps both times', async () => {
    library.state.trips = 0
    expect(await lend('C1', FRIDAY)).toMatchObject({ status: 201, body: { loan: { dueOn: '2026-12-05' } } })
    expect(library.state.trips).toBe(2)
    expect(await rows('SELECT lent_at, due_on FROM loans')).toMatchObject([{ lent_at: FRIDAY, due_on: '2026-12-05' }])
    expect(await rows('SELECT at, day, detail FROM journal')).toMatchObject([
      { at: FRIDAY, day: '2026-11-20', detail: '{"recordedAt":"2026-11-23T05:00:00.000Z"}' },
    ])
  })

  it('counts on the day it was done; if that is closed, as a correction that is seen', async () => {
    const db = openDatabase({ url: library.bindings.LIBSQL_URL })
    await call('POST', '/api/visits', { branch: 1, count: 3, doneAt: FRIDAY })
    await closeDays(db, new Date('2026-11-21T19:05:00Z'))
    await lend('C1', FRIDAY)
    await call('POST', '/api/visits', { branch: 1, doneAt: FRIDAY })
    await call('POST', '/api/questions', { branch: 1, doneAt: '2026-11-22T06:00:00Z' })
    await closeDays(db, new Date('2026-11-23T19:05:00Z'))
    expect(
      await rows("SELECT day, correction, unit, count FROM day_figures WHERE unit <> 'active-borrower' ORDER BY day, correction, unit"),
    ).toMatchObject([
      { day: '2026-11-20', correction: 0, unit: 'visit', count: 3 },
      { day: '2026-11-20', correction: 1, unit: 'loan', count: 1 },
      { day: '2026-11-20', correction: 1, unit: 'visit', count: 1 },
      { day: '2026-11-22', correction: 0, unit: 'reference-answer', count: 1 },
    ])
  })

  it('is the same deed when it is told twice', async () => {
    const first = await lend('C1', FRIDAY, 'R1', 'k')
    expect(await lend('C1', FRIDAY, 'R1', 'k')).toEqual(first)
    // At first it was told without its time, and the answer was lost.
    const plain = { reader: 'R1', copy: 'C3', branch: 1 }
    const lost = await call('POST', '/api/loans', plain, 'l')
    expect(await call('POST', '/api/loans', { ...plain, doneAt: FRIDAY }, 'l')).toEqual(lost)
    expect(await rows('SELECT id FROM loans')).toHaveLength(2)
  })

  it.each([
    ['2026-11-23T05:06:00Z', 'ahead by more than five minutes'],
    ['2026-10-23T05:00:00Z', 'older than thirty days'],
  ])('is refused at %s: %s', async (doneAt) => {
    expect(await lend('C1', doneAt)).toMatchObject({ status: 409, body: { refused: 'desk-clock-is-wrong' } })
    expect(await takeBack('C1', doneAt)).toMatchObject({ body: { refused: 'desk-clock-is-wrong' } })
    expect(await call('POST', '/api/visits', { branch: 1, doneAt })).toMatchObject({ body: { refused: 'desk-clock-is-wrong' } })
  })

  it('of a clock a little ahead is done now', async () => {
    await lend('C1', '2026-11-23T05:04:00Z')
    expect(await rows('SELECT lent_at FROM loans')).toMatchObject([{ lent_at: '2026-11-23T05:00:00.000Z' }])
  })

  it('answers 400 to a time that is none', async () => {
    expect((await lend('C1', 'yesterday')).status).toBe(400)
  })

  it('is refused where the copy was seen since: the other desk was right', async () => {
    await call('POST', '/api/loans', { reader: 'R1', copy: 'C1', branch: 1 })
    library.state.now = new Date('2026-11-23T06:00:00Z')
    expect(await takeBack('C1', '2026-11-23T04:30:00Z')).toMatchObject({ status: 409, body: { refused: 'copy-was-seen-since' } })
    expect(await lend('C1', '2026-11-23T04:30:00Z', 'R2')).toMatchObject({ body: { refused: 'copy-was-seen-since' } })
    expect(await rows('SELECT reader_id FROM loans WHERE returned_at IS NULL')).toMatchObject([{ reader_id: 1 }])
  })

  it('counts the days overdue to the day it was done, and the days on the hold shelf from the day it is told', async () => {
    await lend('C1', '2026-10-26T06:00:00Z')
    await call('POST', '/api/holds', { reader: 'R2', copy: 'C1', pickup: 1 })
    const { body } = await takeBack('C1', '2026-11-12T06:00:00Z')
    expect(body).toMatchObject({ return: { overdueDays: 2, hold: { state: 'waiting', shelfUntil: '2026-11-28' } } })
    expect(await rows('SELECT returned_at FROM loans')).toMatchObject([{ returned_at: '2026-11-12T06:00:00.000Z' }])
  })
})

describe('a deed that another tells for the one who did it', () => {
  const idOf = async (login: string) => Number((await rows(`SELECT id FROM staff WHERE login = '${login}'`))[0]?.id)
  const told = (path: string, doneBy: number, more: object) => call('POST', path, { branch: 1, doneAt: FRIDAY, doneBy, ...more })

  it('is of the one who did it, and the journal names both, whatever the deed', async () => {
    const [doer, sender] = [await idOf('aigerim'), await idOf('director')]
    await library.signIn('director')
    library.state.trips = 0
    expect((await told('/api/loans', doer, { reader: 'R1', copy: 'C1' })).status).toBe(201)
    expect(library.state.trips).toBe(2)
    for (const [path, more] of [
      ['returns', { copy: 'C1' }],
      ['visits', {}],
      ['questions', {}],
    ] as const)
      expect((await told(`/api/${path}`, doer, more)).status, path).toBe(201)
    const lines = await rows("SELECT deed, staff_id, json_extract(detail, '$.sentBy') AS sent_by FROM journal ORDER BY id")
    expect(lines).toMatchObject(
      ['loan', 'return', 'visit', 'reference-question'].map((deed) => ({ deed, staff_id: doer, sent_by: sender })),
    )
  })

  it('names nobody twice when they tell it themselves', async () => {
    await told('/api/visits', await idOf('aigerim'), {})
    expect(await rows('SELECT staff_id, detail FROM journal')).toMatchObject([
      { staff_id: await idOf('aigerim'), detail: '{"recordedAt":"2026-11-23T05:00:00.000Z"}' },
    ])
  })

  it('is refused for those who left, who work elsewhere, or who may not do it', async () => {
    await library.signIn('director')
    const lent = async (doneBy: number) => (await told('/api/loans', doneBy, { reader: 'R1', copy: 'C1' })).body.refused
    expect(await lent(9_999)).toBe('not-permitted')
    expect(await lent(await idOf('saule'))).toBe('not-permitted')
    expect(await lent(await idOf('bolat'))).toBe('wrong-branch')
    await library.client.execute("UPDATE staff SET left_at = '2026-11-21T05:00:00Z' WHERE login = 'aigerim'")
    expect(await lent(await idOf('aigerim'))).toBe('not-permitted')
    expect(await rows('SELECT id FROM loans')).toEqual([])
  })

  it('is never told with more right than the sender has', async () => {
    await library.signIn('saule')
    expect((await told('/api/loans', await idOf('aigerim'), { reader: 'R1', copy: 'C1' })).status).toBe(403)
  })
})

describe('the lists that a desk keeps', () => {
  it('tell of each reader what a desk must know, and of no form that is gone', async () => {
    await library.client.execute(
      "INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on) VALUES (1, 1, 1, 1, '2026-11-01T05:00:00Z', '2026-11-16')",
    )
    await library.client.execute("UPDATE readers SET merged_into_id = 1, card = 'x' WHERE id = 3")
    expect((await call('GET', '/api/desk-lists/readers')).body).toEqual({
      next: null,
      lines: [
        ['R1', 'Ахметова Сәуле', 'adult', '2026-12-31', 'o'],
        ['R2', 'Иванов Пётр', 'child', '2026-12-31', ''],
        ['BLOCKED', 'Нұрланов Ерлан', 'adult', '2026-12-31', 'b'],
      ],
    })
  })

  it('tell of the copies of the branch, and of those of others that stand there', async () => {
    await library.client.execute("UPDATE copies SET away_branch_id = 1 WHERE barcode = 'C2'")
    const { lines } = (await call('GET', '/api/desk-lists/copies?branch=1')).body as unknown as { lines: string[][] }
    expect(lines.map(([barcode, , marks]) => `${barcode}${marks}`)).toEqual([
      'C1',
      'C3',
      'C4',
      'C5',
      'C6',
      'C7',
      'ONSITEs',
      'WITHDRAWNw',
      'C2',
    ])
  })

  it('come page by page, none twice and none missing', async () => {
    const readers = Array.from({ length: 4_100 }, (_, index) => `('P${index}', 'Оқырман ${index}', 'adult', 1, '2026-01-05', '2026-12-31')`)
    await library.client.execute(
      `INSERT INTO readers (card, name, category, branch_id, registered_on, card_expires_on) VALUES ${readers.join(',')}`,
    )
    const seen: string[] = []
    let next: number | null = 0
    while (next !== null) {
      const page = (await call('GET', `/api/desk-lists/readers?after=${next}`)).body as unknown as {
        lines: string[][]
        next: number | null
      }
      expect(page.lines.length).toBeLessThanOrEqual(4_000)
      seen.push(...page.lines.map(([card = '']) => card))
      next = page.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([4_104, 4_104])
  })

  it('say when a book lent in the next days is due', async () => {
    const { days } = (await call('GET', '/api/desk-lists/due-days?branch=1')).body as unknown as { days: Record<string, object> }
    expect(days['2026-11-23']).toMatchObject({ adult: '2026-12-08', child: '2026-12-08' })
    expect(Object.keys(days)).toHaveLength(10)
  })

  it('are for the desk of the branch alone', async () => {
    expect((await call('GET', '/api/desk-lists/copies?branch=2')).body.refused).toBe('wrong-branch')
    await library.signIn('saule')
    expect((await call('GET', '/api/desk-lists/readers')).body.refused).toBe('not-permitted')
    library.signOut()
    expect((await call('GET', '/api/desk-lists/due-days?branch=1')).status).toBe(401)
  })
})
