import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('director')
  library.state.trips = 0
})

const post = (path: string, body: object) => library.call('POST', path, body, { 'idempotency-key': crypto.randomUUID() })
const mark = (copy: string, kind: string, branch = 1) => post(`/api/copies/${copy}/incidents`, { kind, branch })
const lift = (copy: string, as: string, more: object = {}) => post(`/api/copies/${copy}/incidents/closing`, { as, branch: 1, ...more })
const lend = (reader: string, copy: string) => post('/api/loans', { reader, copy, branch: 1 })
const scan = (copy: string, branch = 1) => post('/api/returns', { copy, branch })
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const answerOf = async (response: Response) => [response.status, await response.json()] as const

describe('marked copies', () => {
  it('R61: a claim leaves the loan open, counts for the reader and ends when the copy is found', async () => {
    await lend('R1', 'C1')
    library.state.trips = 0
    expect(await answerOf(await mark('C1', 'claimed-returned'))).toMatchObject([
      201,
      { incident: { kind: 'claimed-returned', loanId: 1, reader: { card: 'R1' } } },
    ])
    expect(library.state.trips).toBe(2)
    expect(await rows('SELECT claims_made FROM readers WHERE id = 1')).toMatchObject([{ claims_made: 1 }])
    expect(await rows('SELECT returned_at FROM loans')).toMatchObject([{ returned_at: null }])
    expect(await answerOf(await scan('C1'))).toMatchObject([201, { return: { loanId: 1, alerts: ['claimed-copy-is-found'] } }])
    expect(await rows('SELECT closed_as FROM copy_incidents')).toMatchObject([{ closed_as: 'found' }])
  })

  it('R61: a claim that proves right closes the loan, and the copy is missing', async () => {
    await lend('R1', 'C1')
    await mark('C1', 'claimed-returned')
    expect((await lift('C1', 'never-lent')).status).toBe(201)
    expect(await rows('SELECT kind, closed_as FROM copy_incidents ORDER BY id')).toMatchObject([
      { kind: 'claimed-returned', closed_as: 'never-lent' },
      { kind: 'missing', closed_as: null },
    ])
    expect(await rows('SELECT id FROM loans WHERE returned_at IS NULL')).toHaveLength(0)
    expect(await rows('SELECT on_shelf FROM stock WHERE record_id = 1 AND branch_id = 1')).toMatchObject([{ on_shelf: 0 }])
  })

  it('R61: refuses a claim for what is not on loan', async () => {
    expect(await answerOf(await mark('C1', 'claimed-returned'))).toMatchObject([409, { refused: 'copy-is-not-on-loan' }])
  })

  it('R62: a lost copy is replaced by an equal one: the loan ends, the old copy leaves the stock, the new one stands on its shelf', async () => {
    await lend('R1', 'C1')
    await mark('C1', 'lost')
    expect(await answerOf(await lift('C1', 'replaced'))).toMatchObject([409, { refused: 'replacement-is-missing' }])
    expect(await answerOf(await lift('C1', 'replaced', { replacement: { barcode: 'C2' } }))).toMatchObject([
      409,
      { refused: 'barcode-is-taken' },
    ])
    expect(await answerOf(await lift('C1', 'replaced', { replacement: { barcode: 'NEW', inventoryNumber: '12346' } }))).toMatchObject([
      201,
      { incident: { loanId: 1 } },
    ])
    expect(
      await rows('SELECT barcode, withdrawn_on, replaces_copy_id FROM copies WHERE id = 1 OR replaces_copy_id = 1 ORDER BY id'),
    ).toMatchObject([
      { barcode: 'C1', withdrawn_on: '2026-11-23' },
      { barcode: 'NEW', withdrawn_on: null, replaces_copy_id: 1 },
    ])
    expect(await rows('SELECT on_shelf FROM stock WHERE record_id = 1 AND branch_id = 1')).toMatchObject([{ on_shelf: 1 }])
    expect(await rows('SELECT id FROM loans WHERE returned_at IS NULL')).toHaveLength(0)
  })

  it('R62: two desks that replace by the same barcode at once replace once', async () => {
    await mark('C1', 'lost')
    await mark('C3', 'lost')
    const both = await Promise.all(['C1', 'C3'].map((copy) => lift(copy, 'replaced', { replacement: { barcode: 'NEW' } })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('R62: a lost copy that comes back is found, whoever brings it', async () => {
    await lend('R1', 'C1')
    await mark('C1', 'lost')
    expect(await answerOf(await scan('C1'))).toMatchObject([201, { return: { loanId: 1, alerts: ['lost-copy-is-found'] } }])
    expect((await lend('R2', 'C1')).status).toBe(201)
  })

  it('R62: what is still owed for a lost copy is settled when it is found, what was paid stays paid', async () => {
    await lend('R1', 'C1')
    await mark('C1', 'lost')
    await library.client.execute(
      "INSERT INTO charges (reader_id, loan_id, loan_ordinal, kind, amount, made_at) VALUES (1, 1, 1, 'lost', 250000, ''), (1, 1, 1, 'overdue', 9000, '')",
    )
    await scan('C1')
    expect(await rows('SELECT kind, settled_as FROM charges ORDER BY kind')).toMatchObject([
      { kind: 'lost', settled_as: 'found' },
      { kind: 'overdue', settled_as: null },
    ])
  })

  it('only the office or a head writes a lost copy off; the loan ends, the copy leaves the stock', async () => {
    await lend('R1', 'C1')
    await mark('C1', 'lost')
    await library.signIn('aigerim')
    expect(await answerOf(await lift('C1', 'written-off'))).toMatchObject([403, { refused: 'not-permitted' }])
    await library.signIn('director')
    expect(await answerOf(await lift('C1', 'written-off'))).toMatchObject([201, { incident: { copy: { withdrawn: true }, loanId: 1 } }])
    expect(await rows('SELECT id FROM loans WHERE returned_at IS NULL')).toHaveLength(0)
  })

  it('a missing copy scanned on its shelf is found', async () => {
    await mark('C1', 'missing')
    expect(await answerOf(await scan('C1'))).toMatchObject([201, { return: { loanId: null, alerts: ['missing-copy-is-found'] } }])
    expect(await answerOf(await scan('C1'))).toMatchObject([409, { refused: 'copy-is-not-on-loan' }])
  })

  it('a damaged copy stays damaged when it is returned, waits for nobody, and can be lent again once mended', async () => {
    await lend('R1', 'C1')
    await post('/api/holds', { reader: 'R2', record: 1, pickup: 1 })
    await mark('C1', 'damaged')
    expect(await answerOf(await scan('C1'))).toMatchObject([201, { return: { hold: null, alerts: ['copy-is-damaged'] } }])
    expect((await lift('C1', 'repaired')).status).toBe(201)
    expect(await answerOf(await scan('C1'))).toMatchObject([201, { return: { hold: { reader: { card: 'R2' } } } }])
  })

  it.each([
    ['C1', 'found', 409, 'copy-has-no-mark'],
    ['nothing', 'found', 404, 'copy-not-found'],
  ])('refuses to lift a mark of %s as %s with %i %s', async (copy, as, status, refused) => {
    expect(await answerOf(await lift(copy, as))).toMatchObject([status, { refused }])
  })

  it('refuses a second mark of the same kind, and turns a claim into a loss', async () => {
    await lend('R1', 'C1')
    await mark('C1', 'claimed-returned')
    expect(await answerOf(await mark('C1', 'claimed-returned'))).toMatchObject([409, { refused: 'copy-is-marked-already' }])
    expect((await mark('C1', 'lost')).status).toBe(201)
    expect(await rows('SELECT kind FROM copy_incidents WHERE closed_at IS NULL')).toMatchObject([{ kind: 'lost' }])
  })

  it('a copy that waits for a reader and is found damaged gives the reader back a place in the queue', async () => {
    await lend('R1', 'C1')
    await post('/api/holds', { reader: 'R2', record: 1, pickup: 1 })
    await scan('C1')
    expect((await mark('C1', 'damaged')).status).toBe(201)
    expect(await rows('SELECT state FROM holds')).toMatchObject([{ state: 'queued' }])
    expect(await rows('SELECT copy_id FROM copy_whereabouts')).toHaveLength(0)
  })

  it('shows the desk where a copy is and what stands against it', async () => {
    await lend('R1', 'C1')
    await mark('C1', 'damaged')
    expect(await (await library.call('GET', '/api/copies/C1')).json()).toMatchObject({
      copy: { barcode: 'C1', title: 'Абай жолы' },
      state: { place: 'on-loan', holdingBranchId: 1, incident: { kind: 'damaged' } },
      loan: { reader: { card: 'R1' } },
    })
    expect((await library.call('GET', '/api/copies/nothing')).status).toBe(404)
    library.signOut()
    expect((await library.call('GET', '/api/copies/C1')).status).toBe(401)
  })
})
