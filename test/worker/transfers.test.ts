import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.client.execute("INSERT INTO branches (id, code, name_kk, name_ru, name_en) VALUES (3, 'branch-2', '', '', '')")
  await library.signIn('director')
  library.state.trips = 0
})

const post = (path: string, body: object) => library.call('POST', path, body, { 'idempotency-key': crypto.randomUUID() })
const send = (copy: string, to: number, branch?: number) => post('/api/transfers', { copy, to, ...(branch ? { branch } : {}) })
const scan = (copy: string, branch: number, more: object = {}) => post('/api/returns', { copy, branch, ...more })
const lend = (reader: string, copy: string, branch = 1) => post('/api/loans', { reader, copy, branch })
const cancel = (copy: string, confirm: string[] = []) => post(`/api/transfers/${copy}/cancellation`, { reason: 'sent by mistake', confirm })
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const answerOf = async (response: Response) => [response.status, await response.json()] as const
const minutesLater = (minutes: number) => {
  library.state.now = new Date(library.state.now.getTime() + minutes * 60_000)
}
const onShelf = async (branch: number) =>
  (await rows(`SELECT on_shelf FROM stock WHERE record_id = 1 AND branch_id = ${branch}`))[0]?.on_shelf ?? 0

describe('transfers', () => {
  it('R50: sends a copy and receives it by a scan, each in two round trips', async () => {
    expect(await answerOf(await send('C1', 2, 1))).toMatchObject([
      201,
      { transfer: { id: 1, fromBranchId: 1, toBranchId: 2, reason: 'asked', sent: true } },
    ])
    expect(library.state.trips).toBe(2)
    expect([await onShelf(1), await onShelf(2)]).toEqual([0, 1])
    minutesLater(60)
    library.state.trips = 0
    expect(await answerOf(await scan('C1', 2))).toMatchObject([
      201,
      { return: { loanId: null, received: { id: 1, fromBranchId: 1 }, routeTo: null } },
    ])
    expect(library.state.trips).toBe(2)
    expect([await onShelf(1), await onShelf(2)]).toEqual([0, 2])
    expect(await rows('SELECT branch_id, holding_branch_id FROM copies WHERE id = 1')).toMatchObject([
      { branch_id: 1, holding_branch_id: 2 },
    ])
  })

  it('R50: has one open transfer for a copy, also when two desks send it at once', async () => {
    const statuses = (await Promise.all([send('C1', 2, 1), send('C1', 3, 1), send('C1', 2, 1)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409, 409])
    expect(await rows('SELECT id FROM transfers WHERE received_at IS NULL AND cancelled_at IS NULL')).toHaveLength(1)
  })

  it('R50: asks the branch that holds a copy; it leaves when it is scanned there', async () => {
    expect(await answerOf(await send('C2', 1))).toMatchObject([201, { transfer: { sent: false, fromBranchId: 2 } }])
    expect(await onShelf(2)).toBe(1)
    expect(await (await library.call('GET', '/api/transfers?branch=2')).json()).toMatchObject({
      transfers: [{ barcode: 'C2', sentAt: null, late: false }],
    })
    expect(await answerOf(await scan('C2', 2))).toMatchObject([201, { return: { routeTo: 1, transfer: { id: 1, reason: 'asked' } } }])
    minutesLater(60)
    expect(await answerOf(await scan('C2', 1))).toMatchObject([201, { return: { received: { id: 1 }, routeTo: null } }])
  })

  it('R51: refuses to send what is lent, withdrawn, lost, set aside or there already', async () => {
    await lend('R1', 'C1')
    expect(await answerOf(await send('C1', 2, 1))).toMatchObject([409, { refused: 'copy-is-on-loan' }])
    expect(await answerOf(await send('WITHDRAWN', 2, 1))).toMatchObject([409, { refused: 'copy-is-withdrawn' }])
    expect(await answerOf(await send('C3', 1, 1))).toMatchObject([409, { refused: 'copy-is-there-already' }])
    expect(await answerOf(await send('C3', 9, 1))).toMatchObject([404, { refused: 'branch-not-found' }])
    expect(await answerOf(await send('nothing', 2, 1))).toMatchObject([404, { refused: 'copy-not-found' }])
    await post('/api/copies/C4/incidents', { kind: 'missing', branch: 1 })
    expect(await answerOf(await send('C4', 2, 1))).toMatchObject([409, { refused: 'copy-is-lost' }])
  })

  it('R54: a copy at the wrong branch stays under way to its destination', async () => {
    await send('C1', 2, 1)
    expect(await answerOf(await scan('C1', 3))).toMatchObject([
      201,
      {
        return: {
          routeTo: 2,
          alerts: ['wrong-branch'],
          received: null,
          transfer: null,
          slip: { kind: 'transfer', fromBranchId: 3, toBranchId: 2 },
        },
      },
    ])
    expect(await rows('SELECT holding_branch_id FROM copies WHERE id = 1')).toMatchObject([{ holding_branch_id: 3 }])
    expect((await scan('C1', 2)).status).toBe(201)
    expect(await rows('SELECT id FROM transfers WHERE received_at IS NULL')).toHaveLength(0)
  })

  it('takes a second scan at the sending desk for the same scan, and later says that the copy has not left', async () => {
    await send('C1', 2, 1)
    expect(await answerOf(await scan('C1', 1))).toMatchObject([409, { refused: 'copy-is-not-on-loan' }])
    minutesLater(60)
    expect(await answerOf(await scan('C1', 1))).toMatchObject([201, { return: { routeTo: 2, alerts: ['has-not-left-yet'] } }])
  })

  it('two branches that scan one transfer at once receive it once', async () => {
    await send('C1', 2, 1)
    const statuses = (await Promise.all([scan('C1', 2), scan('C1', 3), scan('C1', 2)])).map(({ status }) => status)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    const open = await rows('SELECT to_branch_id FROM transfers WHERE received_at IS NULL AND cancelled_at IS NULL')
    const received = await rows("SELECT id FROM journal WHERE deed = 'transfer-received'")
    expect(received.length).toBe(1)
    expect(open.length).toBeLessThanOrEqual(1)
  })

  it('R52: cancels what was sent only when that is confirmed: it turns round', async () => {
    await send('C1', 2, 1)
    expect(await answerOf(await cancel('C1'))).toMatchObject([
      409,
      { refused: 'needs-confirmation', confirmations: ['transfer-is-on-its-way'] },
    ])
    expect(await answerOf(await cancel('C1', ['transfer-is-on-its-way']))).toMatchObject([201, { transfer: { id: 1, turnsRound: true } }])
    minutesLater(60)
    expect(await answerOf(await scan('C1', 2))).toMatchObject([201, { return: { routeTo: 1, alerts: ['has-not-left-yet'] } }])
    expect(await answerOf(await scan('C1', 1))).toMatchObject([201, { return: { received: { fromBranchId: 2 }, routeTo: null } }])
    expect(await answerOf(await cancel('C1'))).toMatchObject([404, { refused: 'transfer-not-found' }])
  })

  it('R52: a request is simply cancelled, with its reason', async () => {
    await send('C2', 1)
    expect((await cancel('C2')).status).toBe(201)
    expect(await rows('SELECT cancel_reason FROM transfers')).toMatchObject([{ cancel_reason: 'sent by mistake' }])
    expect(await rows('SELECT copy_id FROM copy_whereabouts')).toHaveLength(0)
  })

  it('R52: the hold of a cancelled transfer goes back to its place in the queue', async () => {
    await lend('R1', 'C1')
    await post('/api/holds', { reader: 'R2', record: 1, pickup: 2 })
    await scan('C1', 1)
    await cancel('C1', ['transfer-is-on-its-way'])
    expect(await rows('SELECT state, trapped_copy_id FROM holds')).toMatchObject([{ state: 'queued', trapped_copy_id: null }])
  })

  it('R16: lending a copy under way ends its transfer, and this desk holds it', async () => {
    await lend('R1', 'C2', 1)
    await scan('C2', 1)
    expect((await lend('R1', 'C2', 3)).status).toBe(201)
    expect(await rows('SELECT cancel_reason FROM transfers')).toMatchObject([{ cancel_reason: 'forced' }])
    expect(await rows('SELECT holding_branch_id FROM copies WHERE id = 2')).toMatchObject([{ holding_branch_id: 3 }])
  })

  it('R55: a transfer under way for more than three days is shown as late', async () => {
    await send('C1', 2, 1)
    minutesLater(4 * 24 * 60)
    await library.signIn('director')
    expect(await (await library.call('GET', '/api/transfers?branch=1')).json()).toMatchObject({ transfers: [{ id: 1, late: true }] })
    expect(await (await library.call('GET', '/api/transfers?branch=2')).json()).toMatchObject({ transfers: [{ id: 1, late: true }] })
  })

  it('is shown to the desk only', async () => {
    await library.signIn('saule')
    expect((await library.call('GET', '/api/transfers?branch=1')).status).toBe(403)
    expect((await send('C1', 2, 1)).status).toBe(403)
  })
})

describe('the return pipeline', () => {
  it('R40: counts what was read on the spot', async () => {
    expect(await answerOf(await scan('ONSITE', 1, { usedOnSite: true }))).toMatchObject([201, { return: { loanId: null } }])
    expect(await rows('SELECT deed FROM journal')).toMatchObject([{ deed: 'on-site-use' }])
  })

  it('R41: counts the days overdue to the day in the book drop, and takes a future day for today', async () => {
    await lend('R1', 'C1')
    await lend('R1', 'C3')
    library.state.now = new Date('2026-12-10T05:00:00Z')
    await library.signIn('director')
    expect(await answerOf(await scan('C1', 1, { returnedOn: '2026-12-08' }))).toMatchObject([201, { return: { overdueDays: 0 } }])
    expect(await answerOf(await scan('C3', 1, { returnedOn: '2026-12-20' }))).toMatchObject([
      201,
      { return: { overdueDays: 2, alerts: ['loan-was-overdue'] } },
    ])
  })

  it('refuses when nothing at all would change, and knows no unknown barcode', async () => {
    expect(await answerOf(await scan('C1', 1))).toMatchObject([409, { refused: 'copy-is-not-on-loan' }])
    expect(await answerOf(await scan('nothing', 1))).toMatchObject([404, { refused: 'copy-not-found' }])
    expect(await answerOf(await scan('C1', 77))).toMatchObject([404, { refused: 'branch-not-found' }])
  })

  it('sends a copy that stands at another branch home', async () => {
    expect(await answerOf(await scan('C2', 1))).toMatchObject([201, { return: { loanId: null, routeTo: 2, transfer: { reason: 'home' } } }])
  })

  it('a withdrawn copy waits for nobody: its hold is back in the queue', async () => {
    await lend('R1', 'C1')
    await post('/api/holds', { reader: 'R2', record: 1, pickup: 1 })
    await scan('C1', 1)
    await library.client.execute("UPDATE copies SET withdrawn_on = '2026-11-20' WHERE id = 1")
    expect(await answerOf(await scan('C1', 1))).toMatchObject([201, { return: { hold: null, routeTo: null } }])
    expect(await rows('SELECT state FROM holds')).toMatchObject([{ state: 'queued' }])
    expect(await rows('SELECT copy_id FROM copy_whereabouts')).toHaveLength(0)
  })

  it('a withdrawn copy leaves its reader and goes nowhere', async () => {
    await lend('R1', 'C2')
    await library.client.execute("UPDATE copies SET withdrawn_on = '2026-11-20' WHERE id = 2")
    expect(await answerOf(await scan('C2', 1))).toMatchObject([
      201,
      { return: { loanId: 1, routeTo: null, alerts: ['copy-is-withdrawn'] } },
    ])
  })
})

describe('what a copy is when it arrives', () => {
  it('R53: follows from its marks and holds, which travel with it', async () => {
    await send('C1', 2, 1)
    await post('/api/copies/C1/incidents', { kind: 'damaged', branch: 2 })
    await post('/api/holds', { reader: 'R1', record: 1, pickup: 2 })
    expect(await answerOf(await scan('C1', 2))).toMatchObject([
      201,
      { return: { received: { id: 1 }, alerts: ['copy-is-damaged'], hold: null } },
    ])
    expect(await onShelf(2)).toBe(1)
  })
})
