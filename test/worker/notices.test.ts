import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { makeNotices } from '../../worker/jobs/make-notices.ts'
import { sendNotices } from '../../worker/jobs/send-notices.ts'
import { type Mailer, mailerOf } from '../../worker/mail.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
let mails: { key: string; to: string; text: string }[]
beforeEach(async () => {
  library = await openLibrary()
  mails = []
  await library.client.execute("UPDATE readers SET email = 'saule@example.kz' WHERE card = 'R1'")
  await library.signIn('director')
})

const post = (path: string, body: object) => library.call('POST', path, body, { 'idempotency-key': crypto.randomUUID() })
const lend = (copy: string, reader = 'R1') => post('/api/loans', { reader, copy, branch: 1 })
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const db = () => openDatabase({ url: library.bindings.LIBSQL_URL })
const midnight = (day: string) => new Date(`${day}T00:05:00+05:00`)
const make = async (day: string) => (await makeNotices(db(), midnight(day))).made
const accepts: Mailer = async (mail) => {
  mails.push(mail)
  return undefined
}
const send = (at: string | Date, mailer: Mailer | undefined = accepts) =>
  sendNotices(db(), mailer, typeof at === 'string' ? midnight(at) : at)
const json = async (path: string) => (await library.call('GET', path)).json()

describe('notices of loans', () => {
  it('are made three days before the due day, once, and sent as one letter, once', async () => {
    await lend('C1')
    await lend('C3')
    expect(await make('2026-12-04')).toBe(0)
    expect(await make('2026-12-05')).toBe(2)
    expect(await make('2026-12-05')).toBe(0)
    expect(await make('2026-12-06')).toBe(0)
    expect(await send('2026-12-06')).toEqual({ sent: 1, failed: 0 })
    expect(await send('2026-12-06')).toEqual({ sent: 0, failed: 0 })
    expect(mails).toMatchObject([{ to: 'saule@example.kz' }])
    expect(mails[0]?.text).toMatch(/Абай жолы[\s\S]*Мать/)
  })

  it('are made again for a new due day, and on the 1st, 7th and 21st day overdue', async () => {
    await lend('C1')
    await make('2026-12-05')
    await library.client.execute("UPDATE loans SET due_on = '2026-12-23'")
    const made: string[] = []
    for (const day of ['2026-12-20', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-30', '2027-01-12', '2027-01-13', '2027-02-20'])
      if ((await make(day)) > 0) made.push(day)
    expect(made).toEqual(['2026-12-20', '2026-12-24', '2026-12-30', '2027-01-13'])
  })

  it('are not sent of a book that came back in the meantime', async () => {
    await lend('C1')
    await make('2026-12-05')
    await post('/api/returns', { copy: 'C1', branch: 1 })
    expect(await send('2026-12-06')).toEqual({ sent: 0, failed: 0 })
    expect(await rows('SELECT settled_as FROM notices')).toMatchObject([{ settled_as: 'dropped' }])
  })

  it('ask as much as there is due, however many loans were made', async () => {
    await library.client.execute(
      `WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 2099)
       INSERT INTO copies (id, record_id, branch_id, barcode) SELECT i, 2, 1, 'N' || i FROM n`,
    )
    await library.client.execute(
      `INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on, returned_at)
       SELECT id, 1, id, 1, '2026-11-20T05:00:00Z', iif(id < 110, '2026-12-08', '2026-12-29'), iif(id < 1000, NULL, '2026-11-21') FROM copies WHERE id >= 100`,
    )
    const counting = db()
    expect(await makeNotices(counting, midnight('2026-12-05'))).toEqual({ made: 10 })
    expect(counting.trips).toBe(2)
    expect(counting.rows).toBeLessThan(150)
  })
})

describe('a hold that waits', () => {
  it('is told of with the deed that sets its copy aside', async () => {
    await lend('C1', 'R2')
    await post('/api/holds', { reader: 'R1', record: 1, pickup: 1 })
    library.state.trips = 0
    await post('/api/returns', { copy: 'C1', branch: 1 })
    expect(library.state.trips).toBe(2)
    expect(await send('2026-11-24')).toEqual({ sent: 1, failed: 0 })
    expect(mails[0]?.text).toContain('• Абай жолы (алып кетудің соңғы күні: 28.11.2026)')
  })
})

describe('sending', () => {
  const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

  it('is tried again later, with the same key, and given up for the printer after the fifth time', async () => {
    await lend('C1')
    await make('2026-12-05')
    const broken: Mailer = async (mail) => {
      mails.push(mail)
      return { failure: 'HTTP 503', lasting: false }
    }
    let now = midnight('2026-12-05')
    expect(await send(now, broken)).toEqual({ sent: 0, failed: 1 })
    expect(await send(later(now, 14), broken)).toEqual({ sent: 0, failed: 0 })
    for (const minutes of [15, 60, 240, 960]) {
      now = later(now, minutes)
      expect(await send(now, broken)).toEqual({ sent: 0, failed: 1 })
    }
    expect(await send(later(now, 10_000))).toEqual({ sent: 0, failed: 0 })
    expect(new Set(mails.map(({ key }) => key)).size).toBe(1)
    expect(await json('/api/notices?branch=1')).toMatchObject({ notices: [{ channel: 'print', attempts: 5, failure: 'HTTP 503' }] })
  })

  it('never sends one letter by two senders', async () => {
    await lend('C1')
    await make('2026-12-05')
    const outcomes = await Promise.all([send('2026-12-05'), send('2026-12-05'), send('2026-12-05')])
    expect(outcomes.reduce((sum, { sent }) => sum + sent, 0)).toBe(1)
    expect(mails).toHaveLength(1)
  })

  it('sends more than a page', async () => {
    await library.client.batch(
      Array.from({ length: 230 }, (_, n) => [
        `INSERT INTO readers (id, card, name, category, branch_id, registered_on, card_expires_on, email) VALUES (${n + 100}, 'Q${n}', 'Q', 'adult', 1, '', '2027-12-31', 'q${n}@example.kz')`,
        `INSERT INTO copies (id, record_id, branch_id, barcode) VALUES (${n + 100}, 2, 1, 'Q${n}')`,
        `INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on) VALUES (${n + 100}, ${n + 100}, 1, 1, '2026-11-20T05:00:00Z', '2026-12-08')`,
      ]).flat(),
      'write',
    )
    expect(await make('2026-12-05')).toBe(230)
    const counting = db()
    expect(await sendNotices(counting, accepts, midnight('2026-12-05'))).toEqual({ sent: 230, failed: 0 })
    expect(counting.trips).toBeLessThan(40)
    expect(new Set(mails.map(({ key }) => key)).size).toBe(230)
  })

  it('puts a letter to the mail API as JSON, and knows what is worth another try', async () => {
    const seen: Request[] = []
    let status = 202
    const api = async (url: string, init: RequestInit) => {
      seen.push(new Request(url, init))
      return new Response(null, { status })
    }
    const settings = { MAIL_API_URL: 'https://mail.example/send', MAIL_API_TOKEN: 'secret', MAIL_FROM: 'library@example.kz' }
    const mailer = mailerOf(settings, api as typeof fetch)
    const mail = { key: 'bulaq-letter-1', to: 'a@example.kz', subject: 'S', text: 'T' }
    expect(await mailer?.(mail)).toBeUndefined()
    expect(await seen[0]?.json()).toEqual({ from: 'library@example.kz', to: 'a@example.kz', subject: 'S', text: 'T' })
    expect(seen[0]?.headers.get('idempotency-key')).toBe('bulaq-letter-1')
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer secret')
    status = 422
    expect(await mailer?.(mail)).toEqual({ failure: 'HTTP 422', lasting: true })
    status = 503
    expect(await mailer?.(mail)).toEqual({ failure: 'HTTP 503', lasting: false })
    expect(mailerOf({})).toBeUndefined()
  })
})

describe('the printed list', () => {
  it('has the letters of readers without e-mail, until they are printed', async () => {
    await lend('C1', 'R2')
    await lend('C3')
    await make('2026-12-05')
    const print = (await json('/api/notices/print?branch=1')) as { letters: { notices: number[] }[] }
    expect(print).toMatchObject({ letters: [{ reader: { card: 'R2' }, subject: 'Кітап қайтару мерзімі жақындап қалды' }], more: false })
    const done = await post('/api/notices/printed', { branch: 1, notices: print.letters.flatMap(({ notices }) => notices) })
    expect([done.status, await done.json()]).toEqual([201, { printed: 1 }])
    expect(await json('/api/notices/print?branch=1')).toMatchObject({ letters: [] })
    expect(await json('/api/notices?branch=1&kind=due-soon')).toMatchObject({
      notices: [
        { reader: { card: 'R2' }, settledAs: 'printed' },
        { reader: { card: 'R1' }, settledAs: null },
      ],
    })
  })

  it('has everything where no e-mail is set up', async () => {
    await lend('C3')
    await make('2026-12-05')
    await sendNotices(db(), undefined, midnight('2026-12-05'))
    expect(await json('/api/notices/print?branch=1')).toMatchObject({ letters: [{ reader: { card: 'R1' } }] })
  })

  it('is for the staff of the branch', async () => {
    await library.signIn('bolat')
    expect(await json('/api/notices?branch=1')).toMatchObject({ refused: 'wrong-branch' })
    await library.signIn('saule')
    expect(await json('/api/notices/print?branch=1')).toMatchObject({ refused: 'not-permitted' })
    library.signOut()
    expect(await json('/api/notices?branch=1')).toMatchObject({ refused: 'sign-in-required' })
  })
})

describe('a notice once more', () => {
  const noticeId = async () => Number((await rows('SELECT min(id) AS id FROM notices'))[0]?.id)
  const again = async (id: number, branch = 1) => (await post(`/api/notices/${id}/again`, { branch })).json()

  it('goes out as a letter of its own, once for each time it was asked for', async () => {
    await lend('C1')
    await lend('C3')
    await make('2026-12-05')
    await send('2026-12-06')
    expect(await again(await noticeId())).toMatchObject({ notice: { channel: 'email' } })
    expect(await send('2026-12-06')).toEqual({ sent: 1, failed: 0 })
    expect(await send('2026-12-06')).toEqual({ sent: 0, failed: 0 })
    expect(new Set(mails.map(({ key }) => key)).size).toBe(2)
    expect(mails[1]?.text).not.toMatch(/Абай жолы[\s\S]*Мать/)
  })

  it('is put on the printed list for a reader without an address', async () => {
    await library.client.execute('UPDATE readers SET email = NULL')
    await lend('C1')
    await make('2026-12-05')
    const id = await noticeId()
    await post('/api/notices/printed', { branch: 1, notices: [id] })
    expect(await again(id)).toMatchObject({ notice: { channel: 'print' } })
    expect(await json('/api/notices/print?branch=1')).toMatchObject({ letters: [{ notices: [id] }] })
  })

  it('is refused for what is not to be told any longer, what waits still and what another branch told', async () => {
    await lend('C1')
    await make('2026-12-05')
    const id = await noticeId()
    expect(await again(id)).toMatchObject({ refused: 'not-found' })
    await send('2026-12-06')
    expect(await again(id, 2)).toMatchObject({ refused: 'not-found' })
    await post('/api/returns', { copy: 'C1', branch: 1 })
    expect(await again(id)).toMatchObject({ refused: 'nothing-to-tell' })
  })
})
