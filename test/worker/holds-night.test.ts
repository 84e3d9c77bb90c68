import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { holdsNight } from '../../worker/jobs/holds-night.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.client.execute(`INSERT INTO readers (id, card, name, category, birth_year, branch_id, registered_on, card_expires_on) VALUES
    (5, 'R3', 'Серік Айдана', 'adult', 1999, 1, '2026-01-05', '2027-12-31'), (6, 'R4', 'Пак Виктор', 'adult', 1971, 2, '2026-01-05', '2027-12-31')`)
  await library.signIn('director')
})

const post = (path: string, body: object) => library.call('POST', path, body, { 'idempotency-key': crypto.randomUUID() })
const hold = (reader: string, more: object = {}) => post('/api/holds', { reader, record: 1, pickup: 1, ...more })
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const night = (day: string) => holdsNight(openDatabase({ url: library.bindings.LIBSQL_URL }), new Date(`${day}T00:05:00+05:00`))
const setAside = async () => {
  await post('/api/loans', { reader: 'R1', copy: 'C1', branch: 1 })
  await hold('R3')
  await post('/api/returns', { copy: 'C1', branch: 1 })
}
const closed = (from: string, to: string) =>
  library.client.execute(
    `INSERT INTO calendar_exceptions (branch_id, from_on, to_on, reason, made_at) VALUES (1, '${from}', '${to}', 'burst pipe', '')`,
  )

describe('the night of the holds', () => {
  it('R49: expires what was not collected after its last open day, once; the copy waits to be scanned (R4a)', async () => {
    await setAside()
    expect(await night('2026-11-28')).toEqual({})
    expect(await night('2026-11-29')).toEqual({ 'not-collected': 1 })
    expect(await night('2026-11-29')).toEqual({})
    expect(await rows('SELECT state, closed_reason FROM holds')).toMatchObject([{ state: 'expired', closed_reason: 'not-collected' }])
    expect(await rows("SELECT staff_id FROM journal WHERE deed = 'hold-expired'")).toMatchObject([{ staff_id: null }])
    expect(await (await library.call('GET', '/api/holds/shelf?branch=1')).json()).toMatchObject({ shelf: [{ barcode: 'C1', hold: null }] })
  })

  it('R70: a last day on which the branch was closed moves to the next open day, not to the day after', async () => {
    await setAside()
    await closed('2026-11-26', '2026-11-28')
    expect(await night('2026-11-29')).toEqual({ 'shelf-moves': 1 })
    expect(await rows('SELECT state, shelf_until FROM holds')).toMatchObject([{ state: 'waiting', shelf_until: '2026-11-30' }])
    expect(await night('2026-11-30')).toEqual({})
    expect(await night('2026-12-01')).toEqual({ 'not-collected': 1 })
  })

  it('R43: wakes a suspended hold on its day', async () => {
    await hold('R3', { notBefore: '2026-12-01' })
    expect(await night('2026-11-30')).toEqual({})
    expect(await night('2026-12-01')).toEqual({ wakes: 1 })
    expect(await rows('SELECT suspended_at, wakes_on FROM holds')).toMatchObject([{ suspended_at: null, wakes_on: null }])
  })

  it('gives up what is no longer needed, and leaves the rest in the queue', async () => {
    await hold('R3', { notAfter: '2026-11-30' })
    await hold('R4')
    expect(await night('2026-12-01')).toEqual({ 'no-longer-needed': 1 })
    expect(await (await library.call('GET', '/api/holds?record=1')).json()).toMatchObject({
      holds: [{ position: 1, reader: { card: 'R4' } }],
    })
  })

  it('expires more than a page in one night', async () => {
    await library.client.batch(
      Array.from({ length: 250 }, (_, n) => [
        `INSERT INTO readers (id, card, name, category, branch_id, registered_on, card_expires_on) VALUES (${n + 100}, 'Q${n}', 'Q', 'adult', 1, '', '2027-12-31')`,
        `INSERT INTO holds (record_id, reader_id, reader_ordinal, queue_ordinal, pickup_branch_id, placed_on, placed_at, not_after)
          VALUES (1, ${n + 100}, 1, ${n + 1}, 1, '2026-11-01', '', '2026-11-20')`,
      ]).flat(),
      'write',
    )
    expect(await night('2026-11-24')).toEqual({ 'no-longer-needed': 250 })
  })
})
