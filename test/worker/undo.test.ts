import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('aigerim')
})

interface Body {
  refused?: string
  loan: { id: number }
  return: { loanId: number }
}
async function call(method: string, path: string, body?: object, key: string = crypto.randomUUID()) {
  const response = await library.call(method, path, body, { 'idempotency-key': key })
  return { status: response.status, body: (await response.json()) as Body }
}
const lend = async (copy: string, reader = 'R1', more: object = {}) =>
  (await call('POST', '/api/loans', { reader, copy, branch: 1, ...more })).body.loan.id
const takeBack = async (copy: string) => (await call('POST', '/api/returns', { copy, branch: 1 })).body.return.loanId
const undo = (of: string, copy: string, loan: number, key?: string) => call('POST', '/api/undos', { of, copy, loan, branch: 1 }, key)
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const counted = async (deed: string) => (await rows(`SELECT sum(quantity) AS sum FROM journal WHERE deed = '${deed}'`))[0]?.sum
const later = (minutes: number) => {
  library.state.now = new Date(library.state.now.getTime() + minutes * 60_000)
}

describe('a loan undone', () => {
  it('leaves the copy on its shelf, the reader without a trace and the day without a loan, in two trips, once for one key', async () => {
    const loan = await lend('C1')
    later(1)
    library.state.trips = 0
    const first = await undo('loan', 'C1', loan, 'u')
    expect([first.status, library.state.trips]).toEqual([201, 2])
    expect(await undo('loan', 'C1', loan, 'u')).toEqual(first)
    expect(await rows('SELECT reader_id FROM loans')).toMatchObject([{ reader_id: null }])
    expect(await rows('SELECT place FROM copy_whereabouts')).toEqual([])
    expect(await rows('SELECT on_shelf FROM stock WHERE record_id = 1 AND branch_id = 1')).toMatchObject([{ on_shelf: 1 }])
    expect(await counted('loan')).toBe(0)
    expect(await rows("SELECT quantity, detail FROM journal WHERE deed = 'loan' ORDER BY id")).toMatchObject([
      { quantity: 1 },
      { quantity: -1, detail: '{"undo":true}' },
    ])
    expect(await lend('C1', 'R2')).toBeGreaterThan(0)
  })

  it('is not counted when the day is closed', async () => {
    await undo('loan', 'C1', await lend('C1'))
    await lend('C3')
    library.state.now = new Date('2026-11-24T20:00:00Z')
    await closeDays(openDatabase({ url: library.bindings.LIBSQL_URL }), library.state.now)
    expect(await rows("SELECT sum(count) AS loans FROM day_totals WHERE unit = 'loan' AND day = '2026-11-23'")).toMatchObject([
      { loans: 1 },
    ])
  })

  it('is refused when something came of it, on another day, at another branch and a second time', async () => {
    const renewed = await lend('C1')
    later(1)
    await library.client.execute('UPDATE loans SET renewals = 1 WHERE id = 1')
    expect((await undo('loan', 'C1', renewed)).body.refused).toBe('cannot-be-undone')
    const loan = await lend('C3')
    expect((await undo('loan', 'C4', loan)).body.refused).toBe('copy-not-found')
    await library.signIn('director')
    expect((await call('POST', '/api/undos', { of: 'loan', copy: 'C3', loan, branch: 2 })).body.refused).toBe('cannot-be-undone')
    later(24 * 60)
    await library.signIn('aigerim')
    expect((await undo('loan', 'C3', loan)).body.refused).toBe('cannot-be-undone')
    const today = await lend('C4')
    expect((await undo('loan', 'C4', today)).status).toBe(201)
    expect((await undo('loan', 'C4', today)).body.refused).toBe('cannot-be-undone')
  })

  it('is refused when the scan did more than lend: it filled a hold', async () => {
    await call('POST', '/api/holds', { reader: 'R1', record: 1, pickup: 1 })
    later(1)
    expect((await undo('loan', 'C1', await lend('C1'))).body.refused).toBe('cannot-be-undone')
  })

  it('is refused once the copy was marked: the reader would owe for a book that he never had', async () => {
    const loan = await lend('C1')
    later(1)
    await library.signIn('director')
    expect((await call('POST', '/api/copies/C1/incidents', { kind: 'lost', branch: 1 })).status).toBe(201)
    later(1)
    expect((await undo('loan', 'C1', loan)).body.refused).toBe('cannot-be-undone')
    expect(await rows('SELECT reader_id, returned_at FROM loans')).toMatchObject([{ reader_id: 1, returned_at: null }])
  })

  it('and a return of the same copy at the same moment: one of them is done', async () => {
    const loan = await lend('C1')
    const both = await Promise.all([undo('loan', 'C1', loan), call('POST', '/api/returns', { copy: 'C1', branch: 1 })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await rows('SELECT id FROM loans WHERE returned_at IS NULL')).toEqual([])
  })
})

describe('a return undone', () => {
  it('opens the loan again with its day, and the next return is a return', async () => {
    const loan = await lend('C1')
    later(1)
    expect(await takeBack('C1')).toBe(loan)
    later(1)
    expect((await undo('return', 'C1', loan)).status).toBe(201)
    expect(await rows('SELECT reader_id, due_on, returned_at FROM loans')).toMatchObject([
      { reader_id: 1, due_on: '2026-12-08', returned_at: null },
    ])
    expect(await rows('SELECT place FROM copy_whereabouts')).toMatchObject([{ place: 'on-loan' }])
    expect(await counted('return')).toBe(0)
    later(1)
    expect(await takeBack('C1')).toBe(loan)
    expect(await counted('return')).toBe(1)
  })

  it('takes the suspension of its reader back', async () => {
    await library.client.execute(`INSERT INTO policy_versions (id, name, made_at, in_force_at) VALUES (9, 'strict', '2026-03-01', NULL)`)
    await library.client.execute(
      "INSERT INTO policy_rules SELECT 9, branch_id, category, material, json_set(terms, '$.suspensionDays', 3) FROM policy_rules WHERE version_id = 1",
    )
    await library.client.execute("UPDATE policy_versions SET in_force_at = '2026-03-01' WHERE id = 9")
    const loan = await lend('C1')
    later(30 * 24 * 60)
    await library.signIn('aigerim')
    await takeBack('C1')
    expect(await rows('SELECT kind FROM reader_blocks')).toMatchObject([{ kind: 'suspension' }])
    later(1)
    expect((await undo('return', 'C1', loan)).status).toBe(201)
    expect(await rows('SELECT kind FROM reader_blocks')).toEqual([])
  })

  it('gives the hold that it caught its place in the queue again, and stops the transfer that it sent', async () => {
    const loan = await lend('C1')
    later(1)
    await call('POST', '/api/holds', { reader: 'R2', copy: 'C1', pickup: 2 })
    later(1)
    await takeBack('C1')
    expect(await rows('SELECT state FROM holds')).toMatchObject([{ state: 'in-transit' }])
    later(1)
    expect((await undo('return', 'C1', loan)).status).toBe(201)
    expect(await rows('SELECT state, trapped_copy_id FROM holds')).toMatchObject([{ state: 'queued', trapped_copy_id: null }])
    expect(await rows('SELECT cancel_reason FROM transfers')).toMatchObject([{ cancel_reason: 'undone' }])
    expect(await rows('SELECT place FROM copy_whereabouts')).toMatchObject([{ place: 'on-loan' }])
  })

  it('takes the copy off the hold shelf again when the reader has given the hold up meanwhile', async () => {
    const loan = await lend('C1')
    later(1)
    await call('POST', '/api/holds', { reader: 'R2', copy: 'C1', pickup: 1 })
    later(1)
    await takeBack('C1')
    later(1)
    const [hold] = await rows('SELECT id FROM holds')
    expect((await call('DELETE', `/api/holds/${hold?.id}`)).status).toBe(201)
    later(1)
    expect((await undo('return', 'C1', loan)).status).toBe(201)
    expect(await rows('SELECT place FROM copy_whereabouts')).toMatchObject([{ place: 'on-loan' }])
  })

  it('is refused once the copy was seen again', async () => {
    const loan = await lend('C1')
    later(1)
    await takeBack('C1')
    later(1)
    await lend('C1', 'R2')
    expect((await undo('return', 'C1', loan)).body.refused).toBe('cannot-be-undone')
  })

  it('happens once when two desks undo it', async () => {
    const loan = await lend('C1')
    await takeBack('C1')
    const both = await Promise.all([undo('return', 'C1', loan), undo('return', 'C1', loan)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await counted('return')).toBe(0)
  })
})

describe('a visit or a question undone', () => {
  it('is taken off the count once, by the key it was counted under', async () => {
    await library.client.execute("INSERT INTO registrations (reader_id, year, registered_on, branch_id) VALUES (1, 2026, '2026-01-05', 1)")
    await call('POST', '/api/visits', { branch: 1, reader: 'R1' }, 'v')
    await call('POST', '/api/questions', { branch: 1 }, 'q')
    const back = (of: string, key: string) => call('POST', '/api/undos', { of, key, branch: 1 })
    expect((await back('visit', 'v')).status).toBe(201)
    expect((await back('visit', 'v')).body.refused).toBe('cannot-be-undone')
    expect((await back('visit', 'q')).body.refused).toBe('cannot-be-undone')
    expect((await back('question', 'q')).status).toBe(201)
    expect([await counted('visit'), await counted('reference-question')]).toEqual([0, 0])
    expect(await rows('SELECT visits FROM registrations')).toMatchObject([{ visits: 0 }])
  })
})
