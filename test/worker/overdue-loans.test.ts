import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.client.batch(
    [
      `INSERT INTO loans (id, copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on, on_site) VALUES
        (1, 1, 1, 1, 1, '2026-10-01T05:00:00.000Z', '2026-10-16', 0), (2, 3, 2, 1, 1, '2026-11-01T05:00:00.000Z', '2026-11-22', 0),
        (3, 4, 1, 2, 1, '2026-11-01T05:00:00.000Z', '2026-11-23', 0), (4, 2, 1, 3, 2, '2026-10-01T05:00:00.000Z', '2026-10-16', 0),
        (5, 5, 1, 4, 1, '2026-11-20T05:00:00.000Z', '2026-11-20', 1)`,
      "UPDATE readers SET phone = '+7 701 000 00 00', notice_language = 'ru' WHERE id = 1",
    ],
    'write',
  )
  await library.signIn('aigerim')
  library.state.trips = 0
})

const listed = async (query: string) => {
  const response = await library.call('GET', `/api/overdue-loans?${query}`)
  return [response.status, await response.json()] as const
}

describe('the overdue list', () => {
  it('has what the branch lent and should have back, the longest overdue first, and how the reader is reached', async () => {
    expect(await listed('branch=1')).toMatchObject([
      200,
      {
        loans: [
          { id: 1, title: 'Абай жолы', dueOn: '2026-10-16', reader: { card: 'R1', phone: '+7 701 000 00 00', language: 'ru' } },
          { id: 2, dueOn: '2026-11-22', reader: { card: 'R2', phone: null, language: 'kk' } },
        ],
        next: null,
      },
    ])
    expect(library.state.trips).toBe(1)
  })

  it('leaves out those that are less late than asked, and goes on after the last one', async () => {
    expect(await listed('branch=1&days=30')).toMatchObject([200, { loans: [{ id: 1 }] }])
    expect(await listed('branch=1&after=2026-10-16_1')).toMatchObject([200, { loans: [{ id: 2 }] }])
  })

  it('is for the staff of that branch, and for what can be read', async () => {
    expect((await listed('branch=2'))[0]).toBe(403)
    for (const query of ['', 'branch=1&after=x', 'branch=1&after=2026-99-99_1', 'branch=1&days=0', 'branch=-1'])
      expect((await listed(query))[0], query).toBe(400)
    library.signOut()
    expect((await listed('branch=1'))[0]).toBe(401)
  })
})

describe('a reminder by the staff', () => {
  const remind = async (loan: number, as: 'told' | 'to-send', key = crypto.randomUUID(), branch = 1) => {
    const response = await library.call('POST', '/api/reminders', { branch, loan, as }, { 'idempotency-key': key })
    return [response.status, await response.json()] as const
  }
  const rows = async (sql: string) => (await library.client.execute(sql)).rows
  const NOTICES = 'SELECT loan_id, step, channel, settled_as FROM notices ORDER BY id'

  it('that was given already stands in the list and in the journal, once, in two trips', async () => {
    const key = crypto.randomUUID()
    expect(await remind(1, 'told', key)).toEqual([201, { reminder: { channel: 'print', told: true } }])
    expect(library.state.trips).toBe(2)
    expect(await remind(1, 'told', key)).toEqual([201, { reminder: { channel: 'print', told: true } }])
    expect(await rows(NOTICES)).toMatchObject([{ loan_id: 1, step: 38, channel: 'print', settled_as: 'printed' }])
    expect(await rows("SELECT count(*) AS n FROM journal WHERE deed = 'reader-reminded'")).toMatchObject([{ n: 1 }])
    expect(await listed('branch=1')).toMatchObject([
      200,
      {
        loans: [
          { id: 1, remindedAt: expect.stringContaining('2026-11-23') },
          { id: 2, remindedAt: null },
        ],
      },
    ])
  })

  it('to be sent waits in the outbox, by e-mail where there is an address, and is not made twice', async () => {
    await library.client.execute("UPDATE readers SET email = 'saule@example.kz' WHERE id = 1")
    expect(await remind(1, 'to-send')).toMatchObject([201, { reminder: { channel: 'email' } }])
    expect(await remind(2, 'to-send')).toMatchObject([201, { reminder: { channel: 'print' } }])
    expect(await remind(1, 'to-send')).toMatchObject([409, { refused: 'reader-was-reminded' }])
    expect(await rows(NOTICES)).toMatchObject([{ settled_as: null }, { settled_as: null }])
    const letters = await library.call('GET', '/api/notices/print?branch=1')
    expect(await letters.json()).toMatchObject({ letters: [{ reader: { card: 'R2' } }] })
  })

  it('settles the notice that waited to tell the same', async () => {
    await remind(2, 'to-send')
    expect((await remind(2, 'told'))[0]).toBe(201)
    expect(await rows(NOTICES)).toMatchObject([{ loan_id: 2, settled_as: 'printed' }])
  })

  it('is refused for what is not overdue here, and for the staff of another branch', async () => {
    for (const loan of [3, 4, 5, 999]) expect(await remind(loan, 'told')).toMatchObject([409, { refused: 'nothing-to-tell' }])
    await library.client.execute('UPDATE loans SET returned_at = lent_at WHERE id = 1')
    expect(await remind(1, 'told')).toMatchObject([409, { refused: 'nothing-to-tell' }])
    expect((await remind(4, 'told', undefined, 2))[0]).toBe(403)
  })
})
