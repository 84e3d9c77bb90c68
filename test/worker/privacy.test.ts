import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { forgetReaders } from '../../worker/jobs/forget-readers.ts'
import { makeNotices } from '../../worker/jobs/make-notices.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('director')
})

const post = (path: string, body: object, key: string = crypto.randomUUID()) => library.call('POST', path, body, { 'idempotency-key': key })
const patch = (body: object) => library.call('PATCH', '/api/readers/R1', body)
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const db = () => openDatabase({ url: library.bindings.LIBSQL_URL })
const night = (day: string, on = db()) => forgetReaders(on, new Date(`${day}T00:05:00+05:00`))
const lendAndReturn = async (copy = 'C1') => {
  await post('/api/loans', { reader: 'R1', copy, branch: 1 })
  await post('/api/returns', { copy, branch: 1 })
}
const whose = () => rows('SELECT reader_id FROM loans ORDER BY id')

describe('what the library forgets', () => {
  it('R80: a returned loan loses its reader after thirty days, and only then; one that is open keeps it', async () => {
    await lendAndReturn()
    await post('/api/loans', { reader: 'R1', copy: 'C3', branch: 1 })
    expect(await night('2026-12-23')).toMatchObject({ loans: 0 })
    expect(await night('2026-12-24')).toMatchObject({ loans: 1 })
    expect(await night('2026-12-24')).toMatchObject({ loans: 0 })
    expect(await whose()).toMatchObject([{ reader_id: null }, { reader_id: 1 }])
  })

  it('R80: the statistics stay: age band, category, language, content group, branch', async () => {
    await lendAndReturn()
    await night('2026-12-24')
    expect(
      await rows("SELECT age_band, reader_category, language, content_group, branch_id FROM journal WHERE deed = 'loan'"),
    ).toMatchObject([{ age_band: expect.any(String), reader_category: 'adult', language: 'kaz', content_group: 'fiction', branch_id: 1 }])
  })

  it('R80: it stays while the reader asks for it, and is forgotten the night after they no longer do', async () => {
    expect((await patch({ keepsHistory: true })).status).toBe(201)
    await lendAndReturn()
    expect(await night('2026-12-24')).toMatchObject({ loans: 0, kept: 1 })
    expect(await night('2027-12-24')).toMatchObject({ loans: 0, kept: 0 })
    expect(await whose()).toMatchObject([{ reader_id: 1 }])
    await patch({ keepsHistory: false })
    expect(await night('2027-12-25')).toMatchObject({ loans: 1 })
    expect(await whose()).toMatchObject([{ reader_id: null }])
  })

  it('R80: a loan with an unpaid charge is not forgotten before it is settled', async () => {
    await lendAndReturn()
    await library.client.execute(
      "INSERT INTO charges (reader_id, loan_id, loan_ordinal, kind, amount, made_at) VALUES (1, 1, 1, 'overdue', 500, '')",
    )
    expect(await night('2026-12-24')).toMatchObject({ loans: 0 })
    await post('/api/readers/R1/charges/1/settlement', { as: 'paid' })
    expect(await night('2026-12-25')).toMatchObject({ loans: 1 })
    expect(await rows('SELECT reader_id, amount, settled_as FROM charges')).toMatchObject([
      { reader_id: null, amount: 500, settled_as: 'paid' },
    ])
  })

  it('leads from no other row to the reader: notices are gone, a suspension stays without its loan', async () => {
    await post('/api/loans', { reader: 'R1', copy: 'C1', branch: 1 })
    await makeNotices(db(), new Date('2026-12-05T00:05:00+05:00'))
    await library.client.execute(
      `INSERT INTO reader_blocks (reader_id, kind, from_on, until_on, loan_id, loan_ordinal, made_at) VALUES (1, 'suspension', '2026-11-23', '2026-11-24', 1, 1, '')`,
    )
    await post('/api/returns', { copy: 'C1', branch: 1 })
    await night('2026-12-24')
    expect(await rows('SELECT * FROM notices')).toHaveLength(0)
    expect(await rows('SELECT reader_id, loan_id FROM reader_blocks')).toMatchObject([{ reader_id: 1, loan_id: null }])
  })

  it('a hold that is over loses its reader, and what readers hear of it', async () => {
    await post('/api/loans', { reader: 'R2', copy: 'C1', branch: 1 })
    await post('/api/holds', { reader: 'R1', record: 1, pickup: 1 })
    await post('/api/returns', { copy: 'C1', branch: 1 })
    await post('/api/loans', { reader: 'R1', copy: 'C1', branch: 1 })
    expect(await rows('SELECT state FROM holds')).toMatchObject([{ state: 'filled' }])
    expect(await night('2026-12-24')).toMatchObject({ holds: 1 })
    expect(await rows('SELECT reader_id FROM holds')).toMatchObject([{ reader_id: null }])
  })

  it('an answer is given again for three days; then its key is refused, and after thirty days forgotten', async () => {
    const visit = () => post('/api/visits', { branch: 1, count: 4 }, 'one-key')
    await visit()
    await night('2026-11-25')
    expect((await visit()).status).toBe(201)
    expect(await night('2026-11-27')).toMatchObject({ keys: 1 })
    expect(await rows("SELECT request, answer FROM idempotency_keys WHERE key = 'one-key'")).toMatchObject([{ request: '', answer: '' }])
    expect(await (await visit()).json()).toMatchObject({ refused: 'idempotency-key-reused' })
    expect(await rows("SELECT sum(quantity) AS visits FROM journal WHERE deed = 'visit'")).toMatchObject([{ visits: 4 }])
    await night('2026-12-24')
    expect(await rows('SELECT * FROM idempotency_keys')).toHaveLength(0)
  })

  it('forgets more than a page a night, and asks no more than there is to forget', async () => {
    await library.client.execute(
      `WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 1399)
       INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on, returned_at)
       SELECT 1, 1, i, 1, '2026-08-20T05:00:00Z', '2026-09-08', iif(i < 1300, '2026-09-01T05:00:00Z', '2026-12-20T05:00:00Z') FROM n`,
    )
    expect(await night('2026-12-24')).toMatchObject({ loans: 1_200 })
    const again = db()
    expect(await night('2026-12-24', again)).toMatchObject({ loans: 0 })
    expect(again.rows).toBeLessThan(10)
  })
})

describe('how a reader is reached', () => {
  it('is written down at the desk, what is not named stays', async () => {
    await patch({ email: 'saule@example.kz', language: 'ru' })
    await patch({ phone: '+7 700 000 00 00' })
    const { contact } = (await (await library.call('GET', '/api/readers/R1')).json()) as { contact: object }
    expect(contact).toEqual({ email: 'saule@example.kz', phone: '+7 700 000 00 00', language: 'ru', keepsHistory: false })
    expect((await patch({ email: 'nobody' })).status).toBe(400)
    expect((await library.call('PATCH', '/api/readers/NOBODY', { language: 'ru' })).status).toBe(404)
  })
})
