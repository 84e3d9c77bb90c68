import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.client.execute("UPDATE staff SET role = 'head' WHERE login = 'bolat'")
  await library.signIn('aigerim')
  library.state.trips = 0
})

const call = async (method: string, path: string, body?: object, key: string = crypto.randomUUID()) => {
  const response = await library.call(method, path, body, { 'idempotency-key': key })
  return { status: response.status, body: await response.json() }
}
const lend = (copy: string, reader = 'R1', more: object = {}) => call('POST', '/api/loans', { reader, copy, ...more })
const takeBack = (copy: string, branch = 1) => call('POST', '/api/returns', { copy, branch })
const hold = (reader: string, record = 1) => call('POST', '/api/holds', { reader, record, pickup: 1 })
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const on = async (day: string, login = 'aigerim') => {
  library.state.now = new Date(`${day}T05:00:00Z`)
  await library.signIn(login)
}
const policy = (terms: object) =>
  library.client.batch(
    [
      "INSERT INTO policy_versions (id, name, made_at) VALUES (3, 'x', '')",
      {
        sql: `INSERT INTO policy_rules SELECT 3, 0, '', '', json_patch(terms, ?) FROM policy_rules WHERE version_id = 1`,
        args: [JSON.stringify(terms)],
      },
      "UPDATE policy_versions SET in_force_at = '2026-03-01' WHERE id = 3",
    ],
    'write',
  )

describe('what needs a confirmation', () => {
  it('R10, R12: is told with who may confirm it; then the loan is made in two trips', async () => {
    for (const copy of ['C1', 'C2', 'C3', 'C4', 'C5']) await lend(copy)
    const needed = {
      status: 409,
      body: {
        refused: 'needs-confirmation',
        refusals: [],
        confirmations: ['too-many-loans'],
        confirmBy: ['senior', 'head', 'director', 'administrator'],
      },
    }
    expect(await lend('C6')).toMatchObject(needed)
    expect(await lend('C6', 'R1', { confirm: ['too-many-loans'] })).toMatchObject(needed)
    await library.signIn('bolat')
    library.state.trips = 0
    expect(await lend('C6', 'R1', { confirm: ['too-many-loans'] })).toMatchObject({ status: 201, body: { loan: { reader: { loans: 6 } } } })
    expect(library.state.trips).toBe(2)
  })

  it('R15: a copy on loan to another reader is taken back and lent in one deed', async () => {
    await policy({ suspensionDays: 1 })
    await lend('C1', 'R2')
    await on('2026-12-10')
    library.state.trips = 0
    expect(await lend('C1')).toMatchObject({ body: { refused: 'copy-is-on-loan', confirmations: ['copy-is-on-loan'] } })
    expect(await lend('C1', 'R1', { confirm: ['copy-is-on-loan'] })).toMatchObject({ status: 201, body: { loan: { id: 2 } } })
    expect(library.state.trips).toBe(3)
    expect(await rows('SELECT reader_id, returned_at IS NULL AS open FROM loans ORDER BY id')).toMatchObject([
      { reader_id: 2, open: 0 },
      { reader_id: 1, open: 1 },
    ])
    expect(await rows('SELECT reader_id, until_on FROM reader_blocks')).toMatchObject([{ reader_id: 2, until_on: '2026-12-12' }])
    expect(await rows("SELECT deed FROM journal WHERE deed IN ('loan', 'return') ORDER BY id")).toMatchObject([
      { deed: 'loan' },
      { deed: 'return' },
      { deed: 'loan' },
    ])
  })

  it('R14: a copy that the reader has already is renewed', async () => {
    await lend('C1')
    await on('2026-11-30')
    expect(await lend('C1')).toMatchObject({ body: { refused: 'copy-is-on-loan', confirmations: ['copy-is-on-loan-to-this-reader'] } })
    const renewed = await lend('C1', 'R1', { confirm: ['copy-is-on-loan-to-this-reader'] })
    expect(renewed).toMatchObject({ status: 201, body: { loan: { id: 1, dueOn: '2026-12-15', renewals: 1 } } })
    expect(await lend('C1', 'R2', { confirm: ['copy-is-on-loan-to-this-reader'] })).toMatchObject({
      body: { refused: 'copy-just-changed' },
    })
  })
})

describe('the reading room', () => {
  it('lends until it closes what may not leave the house, and R14: for home what may', async () => {
    expect(await lend('ONSITE')).toMatchObject({ body: { refused: 'copy-is-on-site-only' } })
    expect(await lend('ONSITE', 'R1', { onSite: true })).toMatchObject({
      status: 201,
      body: { loan: { dueOn: '2026-11-23', onSite: true } },
    })
    await lend('C1', 'R1', { onSite: true })
    expect(await call('POST', '/api/renewals', { copy: 'C1' })).toMatchObject({ body: { refused: 'loan-is-on-site' } })
    expect(await lend('C1')).toMatchObject({ body: { confirmations: ['copy-is-read-here-by-this-reader'] } })
    expect(await lend('C1', 'R1', { confirm: ['copy-is-read-here-by-this-reader'] })).toMatchObject({
      body: { loan: { dueOn: '2026-12-08' } },
    })
    expect(await rows("SELECT deed FROM journal WHERE deed LIKE '%loan' ORDER BY id")).toMatchObject([
      { deed: 'on-site-loan' },
      { deed: 'on-site-loan' },
      { deed: 'loan' },
    ])
  })
})

describe('holds at the desk', () => {
  it('R12, R17: another reader is warned of, the first in the queue gets the copy and leaves it', async () => {
    await hold('R2')
    expect(await lend('C1')).toMatchObject({ body: { confirmations: ['title-is-on-hold'] } })
    expect(await lend('C1', 'R2')).toMatchObject({ status: 201, body: { loan: { alerts: ['hold-is-filled'] } } })
    expect(await rows('SELECT state FROM holds')).toMatchObject([{ state: 'filled' }])
    expect(await lend('C2')).toMatchObject({ status: 201 })
  })

  it('R17: a copy set aside goes to somebody else only if that is confirmed; the hold keeps its place', async () => {
    await lend('C1')
    await hold('R2')
    expect(await takeBack('C1')).toMatchObject({ body: { return: { hold: { state: 'waiting' } } } })
    expect(await lend('C1')).toMatchObject({ body: { confirmations: ['copy-waits-for-another-reader'] } })
    await library.signIn('bolat')
    expect(await lend('C1', 'R1', { confirm: ['copy-waits-for-another-reader'] })).toMatchObject({
      status: 201,
      body: { loan: { alerts: ['hold-goes-back-to-queue'] } },
    })
    expect(await rows('SELECT state, trapped_copy_id FROM holds')).toMatchObject([{ state: 'queued', trapped_copy_id: null }])
  })

  it('R31: a renewal is refused while another reader waits, also when it is confirmed', async () => {
    await lend('C1')
    await hold('R2')
    await on('2026-11-30', 'bolat')
    expect(await call('POST', '/api/renewals', { copy: 'C1', confirm: ['title-is-on-hold'] })).toMatchObject({
      body: { refused: 'title-is-on-hold' },
    })
  })

  it('R16: lending a copy under way closes its transfer, and the desk holds it', async () => {
    await call('POST', '/api/transfers', { copy: 'C1', to: 2, branch: 1 })
    const lent = await lend('C1')
    expect(lent).toMatchObject({ status: 201 })
    expect(await rows('SELECT count(*) AS open FROM transfers WHERE received_at IS NULL AND cancelled_at IS NULL')).toMatchObject([
      { open: 0 },
    ])
    expect(await rows("SELECT holding_branch_id FROM copies WHERE barcode = 'C1'")).toMatchObject([{ holding_branch_id: 1 }])
  })
})

describe('overdue', () => {
  it('R5b: blocks new loans until the book is back, and not a moment longer', async () => {
    await lend('C1')
    await on('2026-12-09')
    expect(await lend('C3')).toMatchObject({ body: { refused: 'reader-has-overdue-loans' } })
    await takeBack('C1')
    expect(await lend('C3')).toMatchObject({ status: 201 })
  })

  it('R5a, R13: suspends for days where the policy says so, which ends by itself or is lifted', async () => {
    await policy({ suspensionDays: 1 })
    await lend('C1')
    await on('2026-12-11')
    expect(await takeBack('C1')).toMatchObject({ body: { return: { overdueDays: 3, suspendedUntil: '2026-12-14' } } })
    expect(await lend('C3')).toMatchObject({ body: { refused: 'reader-is-suspended', refusals: ['reader-is-suspended'] } })
    expect(await call('GET', '/api/readers/R1')).toMatchObject({
      body: { suspendedUntil: '2026-12-14', blocks: [{ id: 1, kind: 'suspension' }] },
    })
    await on('2026-12-15')
    expect(await lend('C3')).toMatchObject({ status: 201 })
    await on('2026-12-14', 'bolat')
    expect(await call('DELETE', '/api/readers/R1/blocks/1')).toMatchObject({ status: 201 })
    expect(await lend('C4')).toMatchObject({ status: 201 })
  })

  it('R56: charges whole tiyn once where the policy says so, and never twice for one return', async () => {
    await policy({ fine: 2_000, maxDebt: 4_000 })
    await lend('C1')
    await on('2026-12-11')
    const key = crypto.randomUUID()
    const twice = await Promise.all([1, 2].map(() => call('POST', '/api/returns', { copy: 'C1', branch: 1 }, key)))
    expect(twice).toMatchObject([{ body: { return: { fine: 6_000 } } }, { body: { return: { fine: 6_000 } } }])
    expect(await rows('SELECT amount, kind FROM charges')).toMatchObject([{ amount: 6_000, kind: 'overdue' }])
    expect(await lend('C3')).toMatchObject({ body: { confirmations: ['reader-owes-money'] } })
  })

  it('R63: a charge is settled once: paid at the desk, or forgiven by those who may', async () => {
    await policy({ fine: 2_000, maxDebt: 0 })
    await lend('C1')
    await lend('C3')
    await on('2026-12-10')
    await takeBack('C1')
    await takeBack('C3')
    const settle = (id: number, as: string) => call('POST', `/api/readers/R1/charges/${id}/settlement`, { as })
    expect(await call('GET', '/api/readers/R1')).toMatchObject({ body: { debt: 8_000, charges: [{ id: 1, amount: 4_000 }, { id: 2 }] } })
    expect(await settle(1, 'forgiven')).toMatchObject({ status: 403 })
    const both = await Promise.all([settle(1, 'paid'), settle(1, 'paid')])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
    await library.signIn('bolat')
    expect(await settle(2, 'forgiven')).toMatchObject({ status: 201, body: { settled: { amount: 4_000, as: 'forgiven' } } })
    expect(await lend('C4')).toMatchObject({ status: 201 })
    expect(await rows("SELECT detail FROM journal WHERE deed = 'charge-settled'")).toHaveLength(2)
  })

  it('R35: a renewal that was confirmed settles the days overdue before it moves the day', async () => {
    await policy({ suspensionDays: 1 })
    await lend('C1')
    await on('2026-12-10', 'bolat')
    const answer = await call('POST', '/api/renewals', { copy: 'C1', confirm: ['loan-is-overdue'] })
    expect(answer).toMatchObject({ status: 201, body: { loan: { dueOn: '2026-12-25', suspendedUntil: '2026-12-12' } } })
    await on('2026-12-28')
    expect(await takeBack('C1')).toMatchObject({ body: { return: { overdueDays: 2, suspendedUntil: '2026-12-30' } } })
  })
})

describe('blocks by hand', () => {
  it('are made and lifted by those who may, with a reason and a day', async () => {
    expect(await call('POST', '/api/readers/R1/blocks', { reason: 'Шу' })).toMatchObject({ status: 403 })
    await library.signIn('bolat')
    expect(await call('POST', '/api/readers/R1/blocks', { reason: 'Шу', until: '2026-11-22' })).toMatchObject({
      body: { refused: 'day-has-passed' },
    })
    expect(await call('POST', '/api/readers/R1/blocks', { reason: 'Шу', until: '2026-11-30' })).toMatchObject({ status: 201 })
    expect(await lend('C1')).toMatchObject({ body: { refused: 'reader-is-blocked' } })
    await call('DELETE', '/api/readers/R1/blocks/1')
    expect(await lend('C1')).toMatchObject({ status: 201 })
    expect(await call('DELETE', '/api/readers/R1/blocks/1')).toMatchObject({ status: 404, body: { refused: 'block-not-found' } })
    expect(await rows("SELECT deed FROM journal WHERE deed LIKE '%block%'")).toHaveLength(2)
  })

  it('end by themselves after their last day', async () => {
    await library.signIn('bolat')
    await call('POST', '/api/readers/R1/blocks', { reason: 'Шу', until: '2026-11-30' })
    await on('2026-12-01')
    expect(await lend('C1')).toMatchObject({ status: 201 })
  })
})

describe('lending to a group', () => {
  const list = (lines: [string, string][], keys = lines.map((_, index) => `line ${index}`)) =>
    call('POST', '/api/group-loans', { branch: 1, lines: lines.map(([reader, copy], index) => ({ key: keys[index], reader, copy })) })

  it('answers each line by itself, in two trips', async () => {
    expect(
      await list([
        ['R1', 'C1'],
        ['R2', 'C3'],
        ['EXPIRED', 'C4'],
        ['R2', 'C5'],
        ['R1', 'C1'],
        ['R2', 'nothing'],
      ]),
    ).toMatchObject({
      status: 200,
      body: {
        lines: [
          { key: 'line 0', status: 201, body: { loan: { id: 1, reader: { card: 'R1', loans: 1 } } } },
          { status: 201, body: { loan: { reader: { card: 'R2', loans: 1 } } } },
          { status: 409, body: { refused: 'card-has-expired' } },
          { status: 201, body: { loan: { reader: { card: 'R2', loans: 2 } } } },
          { status: 409, body: { refused: 'copy-is-on-loan' } },
          { status: 404, body: { refused: 'copy-not-found' } },
        ],
      },
    })
    expect(library.state.trips).toBe(2)
    expect(await rows('SELECT id FROM loans')).toHaveLength(3)
  })

  it('R82: keeps the limit along the list', async () => {
    const { body } = await list(['C3', 'C4', 'C5', 'C6'].map((copy) => ['R2', copy]))
    expect((body as { lines: object[] }).lines).toMatchObject([
      { status: 201 },
      { status: 201 },
      { status: 201 },
      { status: 409, body: { confirmations: ['too-many-loans'] } },
    ])
  })

  it('sent again, gives the same answers and lends nothing twice', async () => {
    const lines: [string, string][] = [
      ['R1', 'C1'],
      ['R2', 'C3'],
    ]
    const first = await list(lines)
    library.state.trips = 0
    expect(await list(lines)).toEqual(first)
    expect(await rows('SELECT id FROM loans')).toHaveLength(2)
    expect(await list([['R1', 'C4']], ['line 0'])).toMatchObject({
      body: { lines: [{ status: 422, body: { refused: 'idempotency-key-reused' } }] },
    })
  })

  it('R82: two lists at once with the same copies lend each copy once', async () => {
    const copies = ['C3', 'C4', 'C5']
    const both = await Promise.all([
      list(
        copies.map((copy) => ['R1', copy]),
        ['a', 'b', 'c'],
      ),
      list(
        copies.map((copy) => ['R2', copy]),
        ['d', 'e', 'f'],
      ),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await rows('SELECT copy_id FROM loans WHERE returned_at IS NULL')).toHaveLength(3)
    const made = both.flatMap(({ body }) => (body as { lines: { status: number }[] }).lines.filter(({ status }) => status === 201))
    expect(made).toHaveLength(3)
  })

  it('is refused as a whole to those who may not lend here', async () => {
    await library.signIn('bolat')
    expect(await list([['R1', 'C1']])).toMatchObject({ status: 403, body: { refused: 'wrong-branch' } })
    expect(await list([])).toMatchObject({ status: 400 })
    expect(
      await list(
        [
          ['R1', 'C1'],
          ['R1', 'C3'],
        ],
        ['x', 'x'],
      ),
    ).toMatchObject({ status: 400 })
  })
})
