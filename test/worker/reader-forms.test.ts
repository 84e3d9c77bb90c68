import { beforeEach, describe, expect, it } from 'vitest'
import { cardNumber } from '../../worker/domain/identifiers.ts'
import { nameKey } from '../../worker/domain/readers/name-key.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('aigerim')
  library.state.trips = 0
})

interface Body {
  refused?: string
  reader: { card: string; cardExpiresOn: string; counted: boolean; name: string }
  readers: { name: string }[]
  visits: { thisYear: number; lastOn: string | null }
  notes: { id: number; text: string; by: string }[]
  loans: { barcode: string }[]
}

async function call(method: string, path: string, body?: object, key: string = crypto.randomUUID()) {
  const response = await library.call(method, path, body, { 'idempotency-key': key })
  return { status: response.status, body: (await response.json()) as Body }
}
const person = { branch: 1, name: 'Жұмабаева Әлия', category: 'adult', birthYear: 1999, consent: 1 }
const register = (more: object = {}, key?: string) => call('POST', '/api/readers', { ...person, ...more }, key)
const rows = async (sql: string) => (await library.client.execute(sql)).rows
const journal = async () => (await rows('SELECT deed FROM journal ORDER BY id')).map(({ deed }) => deed)

describe('registering a reader', () => {
  it('makes the form, the consent, the year and the journal line in two round trips, once for one key', async () => {
    const first = await register({}, 'k')
    expect(library.state.trips).toBe(2)
    expect(first).toMatchObject({ status: 201, body: { reader: { card: cardNumber(1), cardExpiresOn: '2027-11-23' } } })
    expect(await register({}, 'k')).toEqual(first)
    expect(await rows('SELECT version, by_guarantor FROM consents')).toMatchObject([{ version: 1, by_guarantor: 0 }])
    expect(await rows('SELECT year, branch_id FROM registrations WHERE reader_id = 5')).toMatchObject([{ year: 2026, branch_id: 1 }])
    expect(await rows('SELECT deed, reader_category, age_band FROM journal')).toMatchObject([
      { deed: 'reader-registered', reader_category: 'adult', age_band: 'youth' },
    ])
  })

  it('gives every reader another card when ten desks register at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 7 }, (_, desk) => register({ name: `${'АБВГДЕЖ'[desk]}лматов Ерлан`, birthYear: 1970 + desk })),
    )
    expect(new Set(made.map(({ body }) => body.reader.card)).size).toBe(7)
  })

  it('takes a card printed beforehand, counts on from it, and gives no number twice', async () => {
    await register({ card: cardNumber(500) })
    expect(await register({ name: 'Сейтқали Дана', card: cardNumber(500) })).toMatchObject({
      status: 409,
      body: { refused: 'card-is-taken' },
    })
    expect((await register({ name: 'Сейтқали Дана' })).body.reader.card).toBe(cardNumber(501))
  })

  it('finds the person who is registered already, also under Russian letters, and goes on when confirmed', async () => {
    await register()
    expect((await call('GET', '/api/readers?name=Жумабаева%20Алия&birthYear=1999&like=same-person')).body.readers).toHaveLength(1)
    expect((await register({ name: 'ЖУМАБАЕВА АЛИЯ' })).body.refused).toBe('reader-may-be-known')
    expect((await register({ name: 'ЖУМАБАЕВА АЛИЯ', confirm: ['reader-may-be-known'] })).status).toBe(201)
  })

  it('finds that person among many of the surname, born in other years', async () => {
    await register()
    await library.client.executeMultiple(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
       INSERT INTO readers (card, name, category, birth_year, branch_id, registered_on, card_expires_on)
       SELECT 'n' || i, 'Жұмабаева Айгүл ' || i, 'adult', 1940 + i % 40, 1, '2026-01-01', '2027-01-01' FROM n`,
    )
    expect((await call('GET', '/api/readers?name=Жумабаева%20Алия&birthYear=1999&like=same-person')).body.readers).toHaveLength(1)
    expect((await register({ name: 'Жумабаева Алия' })).body.refused).toBe('reader-may-be-known')
  })

  it('is for the desk of one’s own branch, and not for a cataloguer', async () => {
    expect((await register({ branch: 2 })).body.refused).toBe('wrong-branch')
    await library.signIn('saule')
    expect((await register()).body.refused).toBe('not-permitted')
    expect((await call('GET', '/api/readers?name=А')).body.refused).toBe('not-permitted')
  })

  it.each([{}, { name: 5 }, { ...person, birthYear: 'x' }, { ...person, category: 'king' }, { ...person, email: 'no' }])(
    'answers 400 to %j',
    async (body) => {
      expect((await call('POST', '/api/readers', body)).status).toBe(400)
    },
  )
})

describe('the names of readers', () => {
  it('are folded by the database as they are by the domain', async () => {
    const names = ['ӘҒҚҢӨҰҮҺІЁ әғқңөұүһіё', 'Щукин Ъыьэюя', 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', "O'Brien Anna"]
    for (const [at, name] of names.entries()) {
      await library.client.execute({ sql: 'UPDATE readers SET name = ? WHERE id = ?', args: [name, at + 1] })
    }
    expect((await rows('SELECT name_key FROM readers ORDER BY id')).map(({ name_key }) => name_key)).toEqual(names.map(nameKey))
  })

  it('are found by their beginning', async () => {
    expect((await call('GET', '/api/readers?name=%D0%B0%D1%85%D0%BC')).body.readers).toMatchObject([{ name: 'Ахметова Сәуле' }])
    expect((await call('GET', '/api/readers?name=%25')).body.readers).toEqual([])
  })
})

describe('the reader’s form', () => {
  it('is registered anew once in a year, and counted once', async () => {
    const anew = () => call('POST', '/api/readers/EXPIRED/registrations', { branch: 1, consent: 1 })
    expect(await anew()).toMatchObject({ status: 201, body: { reader: { cardExpiresOn: '2027-11-23', counted: true } } })
    expect((await anew()).body.refused).toBe('reader-is-registered-this-year')
    expect(await journal()).toEqual(['reader-re-registered'])
    expect((await library.call('POST', '/api/loans', { reader: 'EXPIRED', copy: 'C1' })).status).toBe(201)
  })

  it('is changed in part, and two desks changing it at once both leave a trace', async () => {
    const both = await Promise.all([
      call('PATCH', '/api/readers/R1', { phone: '+7 701 000 00 00' }),
      call('PATCH', '/api/readers/R1', { name: 'Ахметова Сәуле Ерқызы' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(await rows('SELECT name, phone, changes FROM readers WHERE id = 1')).toMatchObject([
      { name: 'Ахметова Сәуле Ерқызы', phone: '+7 701 000 00 00', changes: 2 },
    ])
    expect((await call('PATCH', '/api/readers/R1', { birthYear: 2020 })).body.refused).toBe('guarantor-is-missing')
  })

  it('knows how often its reader came, and what the desk noted', async () => {
    await library.client.execute("INSERT INTO registrations (reader_id, year, registered_on, branch_id) VALUES (1, 2026, '2026-01-05', 1)")
    await call('POST', '/api/visits', { branch: 1, reader: 'R1' }, 'v')
    await call('POST', '/api/visits', { branch: 1, reader: 'R1' }, 'v')
    await call('POST', '/api/readers/R1/notes', { text: 'Көзілдірік қалдырды' })
    const { body } = await call('GET', '/api/readers/R1')
    expect(body).toMatchObject({ visits: { thisYear: 1, lastOn: '2026-11-23' }, notes: [{ text: 'Көзілдірік қалдырды', by: 'aigerim' }] })
    await call('DELETE', `/api/readers/R1/notes/${body.notes[0]?.id}`, {})
    expect((await call('GET', '/api/readers/R1')).body.notes).toEqual([])
    expect((await call('DELETE', '/api/readers/R2/notes/1', {})).body.refused).toBe('note-not-found')
  })

  it('gets another card for a lost one, which then opens nothing and says so', async () => {
    const { body } = await call('POST', '/api/readers/R1/replacement', {})
    expect(body.reader.card).toBe(cardNumber(1))
    expect(await call('GET', '/api/readers/R1')).toMatchObject({ status: 404, body: { refused: 'card-was-replaced', card: cardNumber(1) } })
    expect((await call('POST', '/api/loans', { reader: 'R1', copy: 'C1' })).body.refused).toBe('reader-not-found')
    expect((await register({ card: cardNumber(1) })).body.refused).toBe('card-is-taken')
  })
})

describe('two forms of one person', () => {
  const merge = (key?: string) => call('POST', '/api/readers/R1/merger', { card: 'R2' }, key)

  it('become one, with the loans, holds, visits and notes of both, once for one key', async () => {
    await call('POST', '/api/loans', { reader: 'R1', copy: 'C1' })
    await call('POST', '/api/loans', { reader: 'R2', copy: 'C3' })
    await call('POST', '/api/readers/R2/notes', { text: 'ескі формуляр' })
    await library.signIn('director')
    expect((await merge('m')).status).toBe(201)
    expect((await merge('m')).status).toBe(201)
    const { body } = await call('GET', '/api/readers/R1')
    expect([body.loans.map(({ barcode }) => barcode), body.notes.map(({ text }) => text)]).toEqual([['C1', 'C3'], ['ескі формуляр']])
    expect(await call('GET', '/api/readers/R2')).toMatchObject({ body: { refused: 'card-was-replaced', card: 'R1' } })
    expect(await rows('SELECT name, phone, birth_year FROM readers WHERE id = 2')).toMatchObject([{ name: '', birth_year: null }])
    expect((await journal()).filter((deed) => deed === 'readers-merged')).toHaveLength(1)
    expect((await call('POST', '/api/loans', { reader: 'R1', copy: 'C4', branch: 1 })).status).toBe(201)
  })

  it('lose no loan that is made meanwhile', async () => {
    await library.signIn('director')
    for (const copy of ['C1', 'C3']) await call('POST', '/api/loans', { reader: 'R2', copy, branch: 1 })
    const [merged, ...lent] = await Promise.all([
      merge(),
      ...['C4', 'C5'].map((copy) => call('POST', '/api/loans', { reader: 'R1', copy, branch: 1 })),
    ])
    expect([merged.status, ...lent.map(({ status }) => status)]).toEqual([201, 201, 201])
    const open = await rows('SELECT reader_id, reader_ordinal FROM loans WHERE returned_at IS NULL')
    expect(open.map(({ reader_id }) => reader_id)).toEqual([1, 1, 1, 1])
    expect((await call('POST', '/api/loans', { reader: 'R1', copy: 'C6', branch: 1 })).status).toBe(201)
  })

  it('is nothing for a librarian', async () => {
    expect((await merge()).body.refused).toBe('not-permitted')
  })
})

describe('reference questions', () => {
  it('are counted, one line for one key', async () => {
    for (const _ of [1, 2]) expect((await call('POST', '/api/questions', { branch: 1 }, 'q')).status).toBe(201)
    expect(await journal()).toEqual(['reference-question'])
  })
})
