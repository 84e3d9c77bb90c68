import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.client.batch(
    [
      `INSERT INTO readers (id, card, name, category, birth_year, branch_id, registered_on, card_expires_on) VALUES
        (5, 'R3', 'Серік Айдана', 'adult', 1999, 1, '2026-01-05', '2027-12-31'), (6, 'R4', 'Пак Виктор', 'adult', 1971, 2, '2026-01-05', '2027-12-31')`,
    ],
    'write',
  )
  await library.signIn('director')
  library.state.trips = 0
})

const post = (path: string, body: object) => library.call('POST', path, body, { 'idempotency-key': crypto.randomUUID() })
const hold = (reader: string, record = 1, pickup = 1, more: object = {}) => post('/api/holds', { reader, record, pickup, ...more })
const lend = (reader: string, copy: string, branch = 1, more: object = {}) => post('/api/loans', { reader, copy, branch, ...more })
const scan = (copy: string, branch = 1) => post('/api/returns', { copy, branch })
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const answerOf = async (response: Response) => [response.status, await response.json()] as const
const holdOf = async (response: Promise<Response>) => (await (await response).json()) as { hold: { id: number; position: number } }
const onDay = async (day: string) => {
  library.state.now = new Date(`${day}T05:00:00Z`)
  await library.signIn('director')
}

describe('placing a hold', () => {
  it('R42: queues the reader in two round trips, with its journal line and its place', async () => {
    await lend('R1', 'C1')
    await lend('R1', 'C2', 2)
    library.state.trips = 0
    expect(await answerOf(await hold('R3'))).toMatchObject([201, { hold: { id: 1, position: 1, title: 'Абай жолы', pickupBranchId: 1 } }])
    expect(library.state.trips).toBe(2)
    expect(await answerOf(await hold('R4', 1, 2))).toMatchObject([201, { hold: { id: 2, position: 2 } }])
    expect(await rows("SELECT deed, record_id FROM journal WHERE deed = 'hold'")).toMatchObject([{ record_id: 1 }, { record_id: 1 }])
  })

  it.each([
    ['nobody', { record: 1, pickup: 1 }, 404, 'reader-not-found'],
    ['R1', { record: 99, pickup: 1 }, 404, 'record-not-found'],
    ['R1', { record: 1, pickup: 9 }, 404, 'branch-not-found'],
    ['BLOCKED', { record: 1, pickup: 1 }, 409, 'reader-is-blocked'],
    ['EXPIRED', { record: 1, pickup: 1 }, 409, 'card-has-expired'],
    ['R1', { copy: 'ONSITE', pickup: 1 }, 409, 'copy-is-on-site-only'],
    ['R1', { copy: 'WITHDRAWN', pickup: 1 }, 409, 'copy-is-withdrawn'],
    ['R1', { record: 1, pickup: 1, notAfter: '2026-11-22' }, 409, 'day-has-passed'],
    ['R1', { record: 1, copy: 'C1', pickup: 1 }, 400, 'bad-request'],
  ])('R42: refuses %s and %j with %i %s', async (reader, request, status, refused) => {
    expect(await answerOf(await post('/api/holds', { reader, ...request }))).toMatchObject([status, { refused }])
  })

  it('R42: refuses what the reader has, waits for or has too many of', async () => {
    await lend('R1', 'C1')
    expect(await answerOf(await hold('R1'))).toMatchObject([409, { refused: 'reader-has-the-title' }])
    await hold('R3')
    expect(await answerOf(await hold('R3'))).toMatchObject([409, { refused: 'title-is-already-on-hold' }])
    await library.client.batch(
      [
        "INSERT INTO policy_versions (id, name, made_at) VALUES (99, '99', '')",
        'INSERT INTO policy_rules (version_id, branch_id, category, material, terms) SELECT 99, branch_id, category, material, terms FROM policy_rules WHERE version_id = (SELECT id FROM policy_versions WHERE in_force_at IS NOT NULL ORDER BY in_force_at DESC LIMIT 1)',
        `INSERT INTO policy_rules (version_id, category, terms) VALUES (99, 'child', '{"leastAge":16}') ON CONFLICT DO UPDATE SET terms = '{"leastAge":16}'`,
        "UPDATE policy_versions SET in_force_at = '2026-11-20' WHERE id = 99",
      ],
      'write',
    )
    expect(await answerOf(await hold('R2'))).toMatchObject([409, { refused: 'reader-is-too-young' }])
    await library.client.execute('UPDATE hold_settings SET max_holds_per_day = 1')
    expect(await answerOf(await hold('R3', 2))).toMatchObject([409, { refused: 'too-many-holds-today' }])
  })

  it('R42: refuses a title when every copy is lost or stays at its branch, and a branch without a hold shelf', async () => {
    await library.client.execute('UPDATE branches SET lets_copies_go = 0 WHERE id = 2')
    await post('/api/copies/C1/incidents', { kind: 'missing', branch: 1 })
    expect(await answerOf(await hold('R3'))).toMatchObject([409, { refusals: ['copy-is-lost', 'copy-stays-at-its-branch'] }])
    expect(await answerOf(await hold('R3', 1, 2))).toMatchObject([201, {}])
    await library.client.execute('UPDATE branches SET gives_out_holds = 0 WHERE id = 2')
    expect(await answerOf(await hold('R4', 2, 2))).toMatchObject([409, { refused: 'branch-gives-out-no-holds' }])
  })

  it('R43: gives readers who ask at once one place each, without gaps', async () => {
    await library.client.batch(
      Array.from({ length: 30 }, (_, n) => ({
        sql: "INSERT INTO readers (card, name, category, branch_id, registered_on, card_expires_on) VALUES (?, ?, 'adult', 1, '2026-01-05', '2027-12-31')",
        args: [`Q${n}`, `Q${n}`],
      })),
      'write',
    )
    const placed = await Promise.all(Array.from({ length: 30 }, (_, n) => holdOf(hold(`Q${n}`))))
    expect(placed.map(({ hold: { position } }) => position).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  })

  it('R42: keeps the limit when one reader asks for many titles at once', async () => {
    await library.client.batch(
      Array.from({ length: 8 }, (_, n) => [
        `INSERT INTO records (id, identity, title, language, content_group, kind, title_sort, description, added_at, changed_at)
          VALUES (${n + 10}, 'm:${n}', 'T${n}', 'rus', 'fiction', 'book', '${n}', '{}', '', '')`,
        `INSERT INTO copies (record_id, branch_id, barcode) VALUES (${n + 10}, 1, 'M${n}')`,
      ]).flat(),
      'write',
    )
    for (let round = 0; round < 4; round += 1) await Promise.all(Array.from({ length: 8 }, (_, n) => hold('R3', n + 10)))
    expect(await rows('SELECT id FROM holds WHERE closed_at IS NULL')).toHaveLength(5)
  })
})

describe('a copy and those who wait for it', () => {
  it('R44: sets a returned copy aside for the first who waits, until the fifth open day (R49)', async () => {
    await lend('R1', 'C1')
    await hold('R3')
    await hold('R4')
    library.state.trips = 0
    expect(await answerOf(await scan('C1'))).toMatchObject([
      201,
      {
        return: {
          loanId: 1,
          routeTo: null,
          hold: { id: 1, state: 'waiting', reader: { card: 'R3' }, shelfUntil: '2026-11-28' },
          slip: { kind: 'hold-shelf', card: 'R3' },
        },
      },
    ])
    expect(library.state.trips).toBe(2)
    expect(await rows('SELECT place, branch_id, hold_id FROM copy_whereabouts')).toMatchObject([
      { place: 'hold-shelf', branch_id: 1, hold_id: 1 },
    ])
    expect(await rows('SELECT on_shelf FROM stock WHERE record_id = 1 AND branch_id = 1')).toMatchObject([{ on_shelf: 0 }])
  })

  it('R44: gives two copies that come back at once to two readers', async () => {
    await lend('R1', 'C1')
    await lend('R2', 'C2', 2)
    await hold('R3')
    await hold('R4')
    const scans = await Promise.all([scan('C1', 1), scan('C2', 1)])
    expect(scans.map(({ status }) => status)).toEqual([201, 201])
    expect(await rows("SELECT id FROM holds WHERE state = 'waiting'")).toHaveLength(2)
  })

  it('R44: gives a copy to each of eight readers when eight branches scan at once', async () => {
    const eight = Array.from({ length: 8 }, (_, n) => n)
    await library.client.batch(
      eight.flatMap((n) => [
        `INSERT INTO readers (id, card, name, category, branch_id, registered_on, card_expires_on) VALUES (${n + 100}, 'Q${n}', 'Q', 'adult', 1, '', '2027-12-31')`,
        `INSERT INTO copies (id, record_id, branch_id, barcode) VALUES (${n + 100}, 1, 1, 'E${n}')`,
      ]),
      'write',
    )
    for (const n of eight) await hold(`Q${n}`)
    const scans = await Promise.all(eight.map((n) => scan(`E${n}`)))
    expect(scans.map(({ status }) => status)).toEqual(eight.map(() => 201))
    expect(await rows("SELECT DISTINCT trapped_copy_id FROM holds WHERE state = 'waiting'")).toHaveLength(8)
  })

  it('sends a copy to the branch where it is collected, and sets it aside when it arrives', async () => {
    await lend('R1', 'C1')
    await hold('R4', 1, 2)
    expect(await answerOf(await scan('C1'))).toMatchObject([
      201,
      {
        return: {
          routeTo: 2,
          hold: { state: 'in-transit', shelfUntil: null },
          transfer: { id: 1, toBranchId: 2, reason: 'hold' },
          slip: { kind: 'transfer', toBranchId: 2 },
        },
      },
    ])
    expect(await answerOf(await scan('C1', 2))).toMatchObject([
      201,
      { return: { loanId: null, received: { id: 1 }, hold: { state: 'waiting', shelfUntil: '2026-11-28' } } },
    ])
    expect(await answerOf(await scan('C1', 2))).toMatchObject([
      201,
      { return: { alerts: ['set-aside-already'], hold: { id: 1, state: 'waiting' } } },
    ])
    expect(await rows('SELECT state, changes FROM holds')).toMatchObject([{ state: 'waiting', changes: 2 }])
  })

  it('R17: lending to the reader who waits fills the hold', async () => {
    await lend('R1', 'C1')
    await hold('R3')
    await scan('C1')
    expect((await lend('R3', 'C1')).status).toBe(201)
    expect(await rows('SELECT state FROM holds')).toMatchObject([{ state: 'filled' }])
    expect(await rows('SELECT place FROM copy_whereabouts')).toMatchObject([{ place: 'on-loan' }])
  })

  it('R17: lending to another, confirmed, gives the hold back its place in the queue', async () => {
    await lend('R1', 'C1')
    await hold('R3')
    await hold('R4')
    await scan('C1')
    expect(await answerOf(await lend('R1', 'C1'))).toMatchObject([
      409,
      { confirmations: ['copy-waits-for-another-reader', 'title-is-on-hold'] },
    ])
    expect((await lend('R1', 'C1', 1, { confirm: ['copy-waits-for-another-reader', 'title-is-on-hold'] })).status).toBe(201)
    const list = (await (await library.call('GET', '/api/holds?record=1')).json()) as {
      holds: { position: number; reader: { card: string } }[]
    }
    expect(list.holds.map(({ position, reader }) => [position, reader.card])).toEqual([
      [1, 'R3'],
      [2, 'R4'],
    ])
  })

  it('R43: passes over a suspended hold, says so, and leaves it its place', async () => {
    await lend('R1', 'C1')
    const { hold: first } = await holdOf(hold('R3'))
    await hold('R4')
    expect((await library.call('PATCH', `/api/holds/${first.id}`, { suspended: true, wakesOn: '2026-12-20' })).status).toBe(201)
    expect(await answerOf(await scan('C1'))).toMatchObject([
      201,
      { return: { hold: { reader: { card: 'R4' } }, skips: [{ holdId: 1, position: 1, barcode: 'C1', reason: 'suspended' }] } },
    ])
    await onDay('2026-12-21')
    expect(await answerOf(await scan('C2', 2))).toMatchObject([201, { return: { hold: { reader: { card: 'R3' } } } }])
  })

  it('R45: a copy asked for by its barcode goes only to that hold when its turn comes', async () => {
    await lend('R1', 'C1')
    await post('/api/holds', { reader: 'R3', copy: 'C2', pickup: 1 })
    await hold('R4')
    expect(await answerOf(await scan('C1'))).toMatchObject([
      201,
      { return: { hold: { reader: { card: 'R4' } }, skips: [{ reason: 'waits-for-another-copy' }] } },
    ])
  })

  it('R4c: a new copy is collected only at its own branch', async () => {
    await library.client.batch(
      ['UPDATE hold_settings SET new_copy_days = 90', "UPDATE copies SET added_on = '2026-11-01' WHERE id = 1"],
      'write',
    )
    await lend('R1', 'C1')
    await hold('R4', 1, 2)
    expect(await answerOf(await scan('C1'))).toMatchObject([
      201,
      { return: { hold: null, skips: [{ reason: 'new-copy-stays-at-its-branch' }] } },
    ])
  })

  it('R4a: a hold cancelled on the shelf keeps its copy there until it is scanned; then the next reader gets it', async () => {
    await lend('R1', 'C1')
    const { hold: first } = await holdOf(hold('R3'))
    await hold('R4')
    await scan('C1')
    const cancelled = await library.call('DELETE', `/api/holds/${first.id}?reason=moved+away`)
    expect(await answerOf(cancelled)).toMatchObject([201, { hold: { state: 'cancelled' }, scanCopy: true }])
    expect(await (await library.call('GET', '/api/holds/shelf?branch=1')).json()).toMatchObject({ shelf: [{ barcode: 'C1', hold: null }] })
    expect(await answerOf(await scan('C1'))).toMatchObject([
      201,
      { return: { alerts: ['hold-was-given-up'], hold: { reader: { card: 'R4' } } } },
    ])
    expect(await (await library.call('GET', '/api/holds/shelf?branch=1')).json()).toMatchObject({
      shelf: [{ hold: { card: 'R4', shelfUntil: '2026-11-28' } }],
    })
  })

  it('R4a: a hold cancelled on the way is passed to the next when the copy arrives', async () => {
    await lend('R1', 'C1')
    const { hold: first } = await holdOf(hold('R4', 1, 2))
    await scan('C1')
    await library.call('DELETE', `/api/holds/${first.id}`)
    await hold('R3', 1, 2)
    expect(await answerOf(await scan('C1', 2))).toMatchObject([201, { return: { hold: { reader: { card: 'R3' }, state: 'waiting' } } }])
  })

  it('moves a copy that waits at another branch back to its reader', async () => {
    await lend('R1', 'C1')
    await hold('R3')
    await scan('C1')
    expect(await answerOf(await scan('C1', 2))).toMatchObject([
      201,
      { return: { alerts: ['waits-at-another-branch'], routeTo: 1, hold: { state: 'in-transit', reader: { card: 'R3' } } } },
    ])
    expect(await answerOf(await scan('C1', 1))).toMatchObject([201, { return: { hold: { state: 'waiting' } } }])
  })

  it('return against hold: whoever is first, the reader gets the copy', async () => {
    await lend('R1', 'C1')
    const [scanned, placed] = await Promise.all([scan('C1'), hold('R3')])
    expect([scanned.status, placed.status]).toEqual([201, 201])
    const list = (await (await library.call('GET', '/api/holds/pull-list?branch=1')).json()) as { pulls: { copy: { barcode: string } }[] }
    const waiting = await rows("SELECT id FROM holds WHERE state = 'waiting'")
    expect(waiting.length + list.pulls.filter(({ copy }) => copy.barcode === 'C1').length).toBe(1)
  })
})

describe('the pull list', () => {
  it('R46: names each copy once, the one at the pickup branch first', async () => {
    await hold('R3', 1, 2)
    await hold('R4', 1, 2)
    const here = await (await library.call('GET', '/api/holds/pull-list?branch=1')).json()
    const there = await (await library.call('GET', '/api/holds/pull-list?branch=2')).json()
    expect(there).toMatchObject({ pulls: [{ hold: { reader: { card: 'R3' } }, copy: { barcode: 'C2' }, title: 'Абай жолы' }] })
    expect(here).toMatchObject({ pulls: [{ hold: { reader: { card: 'R4' } }, copy: { barcode: 'C1' } }] })
  })

  it('R47: a copy not found on its shelf leaves the list, and another is named', async () => {
    await hold('R3', 1, 1)
    expect(await (await library.call('GET', '/api/holds/pull-list?branch=2')).json()).toMatchObject({ pulls: [] })
    await post('/api/copies/C1/incidents', { kind: 'missing', branch: 1 })
    expect(await (await library.call('GET', '/api/holds/pull-list?branch=2')).json()).toMatchObject({
      pulls: [{ copy: { barcode: 'C2' } }],
    })
  })

  it('R72: passes over copies at a branch that is closed for days, and says so', async () => {
    await library.client.execute(
      "INSERT INTO calendar_exceptions (branch_id, from_on, to_on, reason, made_at) VALUES (1, '2026-11-20', '2026-11-30', 'burst pipe', '')",
    )
    await hold('R4', 1, 2)
    await library.client.execute('UPDATE copies SET withdrawn_on = NULL')
    await post('/api/copies/C2/incidents', { kind: 'damaged', branch: 2 })
    expect(await (await library.call('GET', '/api/holds/pull-list?branch=1')).json()).toMatchObject({
      pulls: [],
      skips: [{ holdId: 1, barcode: 'C1', reason: 'copy-is-at-a-closed-branch' }],
    })
  })
})

describe('a branch closed for days', () => {
  it('R70: those who wait there collect elsewhere, and keep their places', async () => {
    await hold('R3', 1, 2)
    await hold('R4', 1, 2)
    await hold('R4', 2, 1)
    expect(await answerOf(await post('/api/holds/reroute', { from: 2, to: 1 }))).toMatchObject([201, { rerouted: 2 }])
    const { holds } = (await (await library.call('GET', '/api/holds?record=1')).json()) as { holds: object[] }
    expect(holds).toMatchObject([
      { position: 1, pickupBranchId: 1 },
      { position: 2, pickupBranchId: 1 },
    ])
    expect(await answerOf(await post('/api/holds/reroute', { from: 1, to: 9 }))).toMatchObject([404, { refused: 'branch-not-found' }])
    await library.signIn('aigerim')
    expect((await post('/api/holds/reroute', { from: 1, to: 2 })).status).toBe(403)
  })

  it('R70: nothing is sent to a closed branch: the next reader gets the copy, and it is told why', async () => {
    await library.client.execute(
      "INSERT INTO calendar_exceptions (branch_id, from_on, to_on, reason, made_at) VALUES (2, '2026-11-20', '2026-11-30', 'burst pipe', '')",
    )
    await lend('R1', 'C1')
    await hold('R3', 1, 2)
    await hold('R4', 1, 1)
    expect(await answerOf(await scan('C1'))).toMatchObject([
      201,
      { return: { hold: { reader: { card: 'R4' } }, skips: [{ position: 1, reason: 'pickup-branch-is-closed' }] } },
    ])
  })
})

describe('what the reader sees', () => {
  it('tells the place in the queue and the day to expect', async () => {
    await lend('R1', 'C1')
    await post('/api/copies/C2/incidents', { kind: 'damaged', branch: 2 })
    await hold('R3')
    await hold('R4')
    const list = await (await library.call('GET', '/api/holds?record=1')).json()
    expect(list).toMatchObject({
      holds: [
        { position: 1, forecast: { on: '2026-12-09', ahead: 0, copies: 1, overdue: 0 } },
        { position: 2, forecast: { on: '2026-12-25', ahead: 1 } },
      ],
    })
    // The policy in force lends for thirty days instead of fifteen.
    await library.client.batch(
      [
        "INSERT INTO policy_versions (id, name, made_at) VALUES (98, 'longer', '2026-03-01')",
        `INSERT INTO policy_rules (version_id, terms) VALUES (98, '{"loanDays":30}')`,
        "UPDATE policy_versions SET in_force_at = '2026-03-02' WHERE id = 98",
      ],
      'write',
    )
    const longer = await (await library.call('GET', '/api/holds?record=1')).json()
    expect(longer).toMatchObject({ holds: [{ forecast: { on: '2026-12-09' } }, { forecast: { on: '2027-01-09' } }] })
  })

  it('refuses to change a hold once a copy was found for it (R4b)', async () => {
    await lend('R1', 'C1')
    const { hold: first } = await holdOf(hold('R3'))
    await scan('C1')
    expect(await answerOf(await library.call('PATCH', `/api/holds/${first.id}`, { pickup: 2 }))).toMatchObject([
      409,
      { refused: 'copy-was-already-found' },
    ])
    await library.call('DELETE', `/api/holds/${first.id}`)
    expect(await answerOf(await library.call('DELETE', `/api/holds/${first.id}`))).toMatchObject([409, { refused: 'hold-is-closed' }])
    expect(await answerOf(await library.call('DELETE', '/api/holds/99'))).toMatchObject([404, { refused: 'hold-not-found' }])
  })
})

describe('the public page of a title', () => {
  it('says of each copy where it stands and whether it can be had, never for whom', async () => {
    await lend('R1', 'C1')
    await hold('R3')
    await scan('C1')
    await post('/api/transfers', { copy: 'C2', to: 1, branch: 2 })
    library.signOut()
    const page = await (await library.call('GET', '/api/records/1')).text()
    const { branches } = JSON.parse(page) as { branches: object[] }
    expect(branches).toMatchObject([
      { branch: { id: 1 }, total: 1, available: 0, copies: [{ barcode: 'C1', status: 'set-aside' }] },
      { branch: { id: 2 }, total: 1, available: 0, copies: [{ barcode: 'C2', status: 'in-transit' }] },
    ])
    expect(page).not.toContain('Айдана')
  })
})

describe('what holds for every hold', () => {
  const settings = {
    maxHoldsPerDay: 2,
    newCopyDays: 30,
    transferWarningDays: 5,
    claimsWarning: 2,
    branchesWithoutPickup: [2],
    branchesThatKeepCopies: [],
  }
  const put = (body: object) => library.call('PUT', '/api/hold-settings', body, { 'idempotency-key': crypto.randomUUID() })

  it('is read by the desk and changed by the office, with its journal line', async () => {
    expect((await put(settings)).status).toBe(201)
    expect(await (await library.call('GET', '/api/hold-settings')).json()).toMatchObject({ settings })
    expect(await rows("SELECT deed FROM journal WHERE deed = 'policy-changed'")).toHaveLength(1)
    expect(await answerOf(await hold('R3', 1, 2))).toMatchObject([409, { refused: 'branch-gives-out-no-holds' }])
    expect(await answerOf(await put({ ...settings, branchesWithoutPickup: [9] }))).toMatchObject([404, { refused: 'branch-not-found' }])
    await library.signIn('aigerim')
    expect((await put(settings)).status).toBe(403)
  })

  it('R61: warns of a reader who has claimed too often', async () => {
    await put(settings)
    for (const copy of ['C1', 'C3']) await lend('R3', copy)
    expect(await (await post('/api/copies/C1/incidents', { kind: 'claimed-returned', branch: 1 })).json()).toMatchObject({
      incident: { alerts: [] },
    })
    expect(await (await post('/api/copies/C3/incidents', { kind: 'claimed-returned', branch: 1 })).json()).toMatchObject({
      incident: { alerts: ['reader-claims-often'] },
    })
  })
})
