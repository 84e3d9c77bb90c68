import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('aigerim')
  library.state.trips = 0
})

const lend = (copy: string, reader = 'R1', key: string = crypto.randomUUID(), more: object = {}) =>
  library.call('POST', '/api/loans', { reader, copy, ...more }, { 'idempotency-key': key })
const takeBack = (copy: string, branch = 1, key: string = crypto.randomUUID()) =>
  library.call('POST', '/api/returns', { copy, branch }, { 'idempotency-key': key })
const rows = async (sql: string) => (await library.client.execute(sql)).rows

describe('lending', () => {
  it('lends a copy in two round trips, with its journal line and its key', async () => {
    const response = await lend('C1')
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      loan: { id: 1, dueOn: '2026-12-08', copy: { barcode: 'C1', title: 'Абай жолы' }, reader: { card: 'R1', loans: 1 } },
    })
    expect(library.state.trips).toBe(2)
    expect(await rows('SELECT deed, day, branch_id, language, age_band, loan_id FROM journal')).toMatchObject([
      { deed: 'loan', day: '2026-11-23', branch_id: 1, language: 'kaz', age_band: 'adult', loan_id: 1 },
    ])
    expect(await rows('SELECT status FROM idempotency_keys')).toHaveLength(1)
  })

  it('gives the same answer to the same key, and lends once', async () => {
    const first = await (await lend('C1', 'R1', 'k')).text()
    const again = await lend('C1', 'R1', 'k')
    expect([again.status, await again.text()]).toEqual([201, first])
    expect(await rows('SELECT id FROM loans')).toHaveLength(1)
  })

  it('gives the same answer when the first was lost after the database had done the deed', async () => {
    const { state } = library
    let answers = 0
    const reach = state.send
    state.send = async (request) => {
      const response = await reach(request)
      answers += 1
      if (answers === 2) throw new Error('Network connection lost.')
      return response
    }
    expect((await lend('C1', 'R1', 'lost')).status).toBe(503)
    state.send = reach
    const again = await lend('C1', 'R1', 'lost')
    expect(again.status).toBe(201)
    expect(await again.json()).toMatchObject({ loan: { id: 1 } })
    expect(await rows("SELECT id FROM journal WHERE deed = 'loan'")).toHaveLength(1)
  })

  it('refuses a key used for another deed', async () => {
    await lend('C1', 'R1', 'k')
    const other = await lend('C3', 'R1', 'k')
    expect([other.status, await other.json()]).toMatchObject([422, { refused: 'idempotency-key-reused' }])
  })

  it('lets exactly one of fifty desks lend the same copy', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, (_, desk) => lend('C1', desk % 2 ? 'R1' : 'R2')))
    const answers = await Promise.all(responses.map(async (response) => ({ status: response.status, body: await response.json() })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, body]).toMatchObject([409, { refused: 'copy-is-on-loan' }])
    }
    expect(await rows('SELECT id FROM loans')).toHaveLength(1)
  })

  it('keeps the limit when one reader is served at several desks at once', async () => {
    const copies = ['C1', 'C3', 'C4', 'C5', 'C6', 'C7']
    for (let round = 0; round < 6; round += 1) await Promise.all(copies.map((copy) => lend(copy)))
    expect(await rows('SELECT id FROM loans WHERE returned_at IS NULL')).toHaveLength(5)
  })

  it.each([
    ['nobody', 'C1', 404, 'reader-not-found'],
    ['R1', 'nothing', 404, 'copy-not-found'],
    ['EXPIRED', 'C1', 409, 'card-has-expired'],
    ['BLOCKED', 'C1', 409, 'reader-is-blocked'],
    ['R1', 'ONSITE', 409, 'copy-is-on-site-only'],
    ['R1', 'WITHDRAWN', 409, 'copy-is-withdrawn'],
  ])('refuses %s and %s with %i %s', async (reader, copy, status, refused) => {
    const response = await lend(copy, reader)
    expect([response.status, await response.json()]).toMatchObject([status, { refused }])
  })

  it('says everything that stands against a loan, not only the first', async () => {
    const response = await lend('ONSITE', 'EXPIRED')
    expect(await response.json()).toMatchObject({ refusals: ['copy-is-on-site-only', 'card-has-expired'] })
  })

  it.each([[{}], [{ reader: 1, copy: 2 }], [{ reader: '', copy: 'C1' }], [[]]])('answers 400 to %j', async (body) => {
    const response = await library.call('POST', '/api/loans', body)
    expect([response.status, await response.json()]).toMatchObject([400, { refused: 'bad-request' }])
  })

  it('refuses without a session, with the wrong role, at the wrong branch', async () => {
    expect((await takeBack('C1', 2)).status).toBe(403)
    expect((await lend('C1', 'R1', 'b', { branch: 2 })).status).toBe(403)
    await library.signIn('saule')
    expect((await lend('C1')).status).toBe(403)
    library.signOut()
    const response = await lend('C1')
    expect([response.status, await response.json()]).toMatchObject([401, { refused: 'sign-in-required' }])
    expect(await rows('SELECT id FROM loans')).toHaveLength(0)
  })

  it('refuses a mutation from a foreign page', async () => {
    for (const headers of [{ origin: 'https://elsewhere.test' }, { 'sec-fetch-site': 'cross-site' }]) {
      const response = await library.call('POST', '/api/returns', { copy: 'C1', branch: 1 }, headers)
      expect([response.status, await response.json()]).toMatchObject([403, { refused: 'foreign-origin' }])
    }
  })
})

describe('returns and renewals', () => {
  it('takes a copy back in two round trips and routes it home', async () => {
    await lend('C2')
    library.state.trips = 0
    const response = await takeBack('C2')
    expect(await response.json()).toMatchObject({ return: { copy: { barcode: 'C2' }, routeTo: 2, overdueDays: 0, reader: { card: 'R1' } } })
    expect(library.state.trips).toBe(2)
    expect((await takeBack('C2')).status).toBe(409)
    expect((await lend('C2', 'R2')).status).toBe(201)
  })

  it('takes a copy back once when two desks scan it at once', async () => {
    await lend('C1')
    const statuses = (await Promise.all([takeBack('C1'), takeBack('C1'), takeBack('C1')])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409, 409])
    expect(await rows("SELECT id FROM journal WHERE deed = 'return'")).toHaveLength(1)
  })

  it('counts the days overdue', async () => {
    await lend('C1')
    library.state.now = new Date('2026-12-10T05:00:00Z')
    await library.signIn('aigerim')
    expect(await (await takeBack('C1')).json()).toMatchObject({ return: { overdueDays: 2 } })
  })

  it('R36: renews twice and then no more', async () => {
    await lend('C1')
    const renew = () => library.call('POST', '/api/renewals', { copy: 'C1' }, { 'idempotency-key': crypto.randomUUID() })
    expect(await (await renew()).json()).toMatchObject({ refused: 'renewal-changes-nothing' })
    for (const [day, renewals] of [
      ['2026-11-30', 1],
      ['2026-12-07', 2],
    ] as const) {
      library.state.now = new Date(`${day}T05:00:00Z`)
      await library.signIn('aigerim')
      expect(await (await renew()).json()).toMatchObject({ loan: { renewals } })
    }
    expect(await (await renew()).json()).toMatchObject({ refused: 'no-renewals-left' })
  })
})
