import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('director')
  library.state.trips = 0
})

const edit = (copy: string, change: object, key: string = crypto.randomUUID()) =>
  library.call('PATCH', `/api/copies/${copy}`, { branch: 1, ...change }, { 'idempotency-key': key })
const relocate = (copies: string[], branch: number, location = '') =>
  library.call('POST', '/api/relocations', { branch, location, lines: copies.map((copy) => ({ key: crypto.randomUUID(), copy })) })
const found = async (query: string) =>
  ((await (await library.call('GET', `/api/copies?${query}`)).json()) as { copies: { barcode: string }[] }).copies
const barcodes = async (query: string) => (await found(query)).map(({ barcode }) => barcode)
const journal = async (deed: string) =>
  (await library.client.execute({ sql: 'SELECT branch_id, detail FROM journal WHERE deed = ?', args: [deed] })).rows
const answerOf = async (response: Response) => [response.status, await response.json()] as const

describe('finding copies', () => {
  it('reads a barcode, an inventory number, the beginning of a shelfmark, or the number of a record', async () => {
    await edit('C4', { inventoryNumber: 'К-117', shelfmark: '63.3(5Қаз) А13' })
    library.state.trips = 0
    expect(await barcodes('find=C3')).toEqual(['C3'])
    expect(await barcodes(`find=${encodeURIComponent('К-117')}`)).toEqual(['C4'])
    expect(await barcodes(`find=${encodeURIComponent('63.3')}`)).toEqual(['C4'])
    expect(library.state.trips).toBe(3)
    expect(await barcodes('find=84(5')).toEqual(['C1', 'C2'])
    expect(await barcodes('find=84(5&branch=2')).toEqual(['C2'])
    expect(await barcodes('record=1')).toEqual(['C1', 'C2'])
    expect(await barcodes('find=%25')).toEqual([])
  })

  it('says where each one is', async () => {
    await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C1', branch: 1 })
    expect(await found('find=C1')).toMatchObject([{ place: 'on-loan', calledBy: '84(5Қаз)', homeBranchId: 1, withdrawn: false }])
  })

  it('is not for the public, nor without a question', async () => {
    expect((await library.call('GET', '/api/copies?find=C1&record=1')).status).toBe(400)
    expect((await library.call('GET', '/api/copies')).status).toBe(400)
    library.signOut()
    expect((await library.call('GET', '/api/copies?find=C1')).status).toBe(401)
  })
})

describe('putting a copy right', () => {
  it('changes what is named and leaves the rest, in two trips, with both in the journal, once for one key', async () => {
    await edit('C3', { inventoryNumber: '12345', price: 250_000 })
    library.state.trips = 0
    const [status, answer] = await answerOf(await edit('C3', { shelfmark: '84(2)6 Г71', location: ' Абонемент ' }, 'a-key'))
    expect([status, library.state.trips]).toEqual([201, 2])
    expect(answer).toMatchObject({ copy: { inventoryNumber: '12345', price: 250_000, shelfmark: '84(2)6 Г71', location: 'Абонемент' } })
    await edit('C3', { shelfmark: '84(2)6 Г71', location: ' Абонемент ' }, 'a-key')
    const lines = await journal('copy-edited')
    expect(lines.map(({ detail }) => JSON.parse(String(detail)))).toMatchObject([
      { before: { inventoryNumber: null }, after: { inventoryNumber: '12345' } },
      { before: { location: null }, after: { location: 'Абонемент', inventoryNumber: '12345' } },
    ])
  })

  it('takes an empty word for none, and stock that becomes on-site only is no longer counted as available', async () => {
    await edit('C1', { location: 'x', onSiteOnly: true })
    expect(await answerOf(await edit('C1', { location: '' }))).toMatchObject([201, { copy: { location: null, onSiteOnly: true } }])
    const stock = await library.client.execute('SELECT on_shelf FROM stock WHERE record_id = 1 AND branch_id = 1')
    expect(stock.rows).toMatchObject([{ on_shelf: 0 }])
  })

  it('gives an inventory number once, whoever is quicker', async () => {
    const both = await Promise.all(['C3', 'C4'].map((copy) => edit(copy, { inventoryNumber: '777' })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await answerOf(await edit('C5', { inventoryNumber: '777' }))).toMatchObject([409, { refused: 'inventory-number-is-taken' }])
  })

  it('refuses what is withdrawn or unknown, and who may not', async () => {
    expect((await answerOf(await edit('WITHDRAWN', { location: 'x' })))[1]).toMatchObject({ refused: 'copy-is-withdrawn' })
    expect((await edit('NOBODY', { location: 'x' })).status).toBe(404)
    expect((await edit('C1', { price: -1 })).status).toBe(400)
    await library.signIn('aigerim')
    expect((await edit('C1', { location: 'x' })).status).toBe(403)
  })
})

describe('relocating', () => {
  it('makes the branch that scans the pile its home, each copy answered by itself, in two trips', async () => {
    await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C5', branch: 1 })
    library.state.trips = 0
    const answer = (await (await relocate(['C3', 'C5', 'NOBODY', 'C4', 'C3'], 2, 'Балалар залы')).json()) as {
      lines: { status: number; body: { refused?: string } }[]
    }
    expect(library.state.trips).toBe(2)
    expect(answer.lines.map(({ status, body }) => body.refused ?? status)).toEqual([
      201,
      'copy-is-on-loan',
      'copy-not-found',
      201,
      'copy-just-changed',
    ])
    expect(await found('find=C4')).toMatchObject([{ homeBranchId: 2, holdingBranchId: 2, location: 'Балалар залы' }])
    const stock = await library.client.execute('SELECT branch_id, copies FROM stock WHERE record_id = 2 AND copies > 0 ORDER BY branch_id')
    expect(stock.rows).toMatchObject([{ branch_id: 1 }, { branch_id: 2, copies: 2 }])
    expect(await journal('copy-relocated')).toHaveLength(2)
  })
})
