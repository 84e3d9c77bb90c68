import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { loansNight } from '../../worker/jobs/loans-night.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('director')
})

const call = async (method: string, path: string, body?: object) => {
  const response = await library.call(method, path, body, { 'idempotency-key': crypto.randomUUID() })
  return { status: response.status, body: await response.json() }
}
const lend = (copy: string, reader = 'R1') => call('POST', '/api/loans', { reader, copy, branch: 1 })
const rows = async (sql: string) => (await library.client.execute(sql)).rows
/** 00:05 in Almaty on this day. */
const night = (day: string, fetch?: typeof globalThis.fetch) => {
  const db = openDatabase({ url: library.bindings.LIBSQL_URL, ...(fetch ? { fetch } : {}) })
  return loansNight(db, new Date(Date.parse(`${day}T00:05:00+05:00`)))
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

describe('renewing at night', () => {
  it('R34: renews on the due day, once, with a journal line of nobody’s', async () => {
    await policy({ autoRenew: true })
    await lend('C1')
    expect(await night('2026-12-07')).toMatchObject({ renewed: 0 })
    expect(await night('2026-12-08')).toMatchObject({ renewed: 1, refused: 0 })
    expect(await night('2026-12-08')).toMatchObject({ renewed: 0 })
    expect(await rows('SELECT due_on, renewals FROM loans')).toMatchObject([{ due_on: '2026-12-23', renewals: 1 }])
    expect(await rows("SELECT staff_id, branch_id FROM journal WHERE deed = 'renewal'")).toMatchObject([{ staff_id: null, branch_id: 1 }])
  })

  it('R34: leaves what somebody waits for, and stops at the last renewal', async () => {
    await policy({ autoRenew: true, maxRenewals: 1 })
    await lend('C1')
    await lend('C3')
    await call('POST', '/api/holds', { reader: 'R2', record: 1, pickup: 1 })
    expect(await night('2026-12-08')).toMatchObject({ renewed: 1, refused: 1 })
    expect(await night('2026-12-23')).toMatchObject({ renewed: 0, refused: 1 })
  })

  it('does nothing where no policy renews by itself', async () => {
    await lend('C1')
    expect(await night('2026-12-08')).toMatchObject({ renewed: 0, refused: 0 })
  })

  it('asks as often as there are pages of loans due, however many others are open', async () => {
    await policy({ autoRenew: true, maxLoans: null })
    await library.client.execute(
      `WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 399)
       INSERT INTO copies (id, record_id, branch_id, barcode) SELECT i, 2, 1, 'N' || i FROM n`,
    )
    await library.client.execute(
      `INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on, policy_version_id)
       SELECT id, 1, id, 1, '2026-11-20T05:00:00Z', iif(id < 130, '2026-12-08', '2026-12-29'), 3 FROM copies WHERE id >= 100`,
    )
    let trips = 0
    const count = (request: Request) => {
      trips += 1
      return fetch(request)
    }
    expect(await night('2026-12-08', count as typeof fetch)).toMatchObject({ renewed: 30 })
    expect(trips).toBeLessThanOrEqual(14)
    expect(await rows("SELECT count(*) AS moved FROM loans WHERE due_on > '2026-12-08' AND renewals = 1")).toMatchObject([{ moved: 30 }])
  })
})

describe('books overdue for too long', () => {
  it('R60: are lost after the days of their policy: the loan stays open, and the reader hears of it at the desk', async () => {
    await policy({ lostAfterDays: 30, overdue: 'allow' })
    await library.client.execute("UPDATE copies SET price = 150000 WHERE barcode = 'C1'")
    await lend('C1')
    expect(await night('2027-01-06')).toMatchObject({ lost: 0 })
    expect(await night('2027-01-07')).toMatchObject({ lost: 1 })
    expect(await night('2027-01-08')).toMatchObject({ lost: 0 })
    expect(await rows('SELECT kind, loan_id FROM copy_incidents')).toMatchObject([{ kind: 'lost', loan_id: 1 }])
    expect(await rows('SELECT id FROM charges')).toHaveLength(0)
    library.state.now = new Date('2027-01-08T05:00:00Z')
    await library.client.execute("UPDATE readers SET card_expires_on = '2027-12-31'")
    await library.signIn('director')
    expect(await lend('C3')).toMatchObject({ body: { confirmations: ['reader-lost-a-book'] } })
  })

  it('R60, R62: its price is charged only where the policy says so, and the days stop counting', async () => {
    await policy({ lostAfterDays: 30, chargeLost: true, fine: 1_000 })
    await library.client.execute("UPDATE copies SET price = 150000 WHERE barcode = 'C1'")
    await lend('C1')
    await night('2027-01-07')
    expect(await rows('SELECT kind, amount FROM charges')).toMatchObject([{ kind: 'lost', amount: 150_000 }])
    library.state.now = new Date('2027-02-10T05:00:00Z')
    await library.signIn('director')
    const { body } = await call('POST', '/api/returns', { copy: 'C1', branch: 1 })
    expect(body).toMatchObject({ return: { overdueDays: 22, fine: 22_000 } })
    expect(await rows("SELECT settled_as FROM charges WHERE kind = 'lost'")).toMatchObject([{ settled_as: 'found' }])
  })
})

describe('a book lost by hand', () => {
  it('R60: is charged as the night charges it, and R62: not when it turns up', async () => {
    await policy({ chargeLost: true })
    await library.client.execute("UPDATE copies SET price = 150000 WHERE barcode = 'C1'")
    await lend('C1')
    await call('POST', '/api/copies/C1/incidents', { kind: 'lost', branch: 1 })
    expect(await rows('SELECT amount FROM charges WHERE settled_at IS NULL')).toMatchObject([{ amount: 150_000 }])
    await call('POST', '/api/returns', { copy: 'C1', branch: 1 })
    expect(await rows('SELECT amount FROM charges WHERE settled_at IS NULL')).toEqual([])
  })
})

describe('the year ahead', () => {
  it('is entered once, and what staff entered is left alone', async () => {
    await library.client.execute("DELETE FROM holidays WHERE day >= '2027-01-01'")
    await night('2026-12-08')
    expect(await rows("SELECT day FROM holidays WHERE day LIKE '2027-%'")).toHaveLength(15)
    await library.client.execute("DELETE FROM holidays WHERE day LIKE '2027-%' AND day <> '2027-05-16'")
    await night('2026-12-09')
    expect(await rows("SELECT day FROM holidays WHERE day LIKE '2027-%'")).toMatchObject([{ day: '2027-05-16' }])
  })
})
