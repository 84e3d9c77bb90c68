import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

const PIN = '493817'
let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('aigerim')
  for (const card of ['R1', 'R2']) expect((await library.call('POST', `/api/readers/${card}/pin`, { pin: PIN })).status).toBe(201)
})

const FROM = { 'cf-connecting-ip': '192.0.2.1' }
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const knock = (card: string, pin = PIN, more: object = {}) => library.call('POST', '/api/account/session', { card, pin, ...more }, FROM)

async function enter(card: string) {
  const cookie = cookieOf(await knock(card))
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await library.call(method, `/api/account${path}`, body, { cookie, ...headers })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
  }
}

const lend = (reader: string, copy: string) => library.call('POST', '/api/loans', { reader, copy })
const rows = async (sql: string) => (await library.client.execute(sql)).rows.map((row) => ({ ...row }))

describe('signing in with card and PIN', () => {
  it('gives a cookie that no script reads and no other site sends, for this browser only', async () => {
    const shared = (await knock('R1')).headers.get('set-cookie') ?? ''
    expect(shared).toMatch(/^__Host-bulaq-reader=[0-9a-f]{64}\.R1;/)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(shared).toContain(attribute)
    expect(shared).not.toContain('Max-Age')
    expect((await knock('R1', PIN, { ownDevice: true })).headers.get('set-cookie')).toContain('Max-Age=2592000')
    const kept = JSON.stringify(await rows('SELECT * FROM reader_sessions'))
    expect(kept).not.toContain(/=([0-9a-f]{64})/.exec(shared)?.[1])
  })

  it('answers the same to a wrong PIN, a card without one and a card that nobody has', async () => {
    const answers = await Promise.all(
      [knock('R1', '000111'), knock('EXPIRED'), knock('NOBODY')].map(async (answer) => {
        const response = await answer
        return [response.status, await response.text()]
      }),
    )
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    expect(answers[0]?.[0]).toBe(401)
  })

  it('locks ten thousand guesses out, tells when to try again, and opens by itself', async () => {
    let tried = 0
    for (let guess = 0; guess < 10_000 && tried === guess; guess += 1) {
      const { status } = await knock('R1', String(100_000 + guess))
      if (status === 401) tried += 1
      else expect(status).toBe(429)
    }
    expect(tried).toBeLessThan(10)
    const locked = await knock('R1')
    expect([locked.status, Number(locked.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await locked.json()).toMatchObject({ refused: 'too-many-attempts', retryAt: '2026-11-23T05:01:00.000Z' })
    expect((await knock('R2')).status).toBe(200)
    library.state.now = new Date(library.state.now.getTime() + 2 * 3_600_000)
    expect((await knock('R1')).status).toBe(200)
  })

  it('looks at fewer than thirty of ten thousand guesses, one a second, each from another address', async () => {
    let looked = 0
    for (let guess = 0; guess < 10_000; guess += 1) {
      library.state.now = new Date(library.state.now.getTime() + 1000)
      if (guess % 40 !== 0 && guess > 10) continue
      const from = { 'cf-connecting-ip': `10.${guess >> 8}.${guess & 255}.1` }
      const { status } = await library.call('POST', '/api/account/session', { card: 'R1', pin: String(100_000 + guess) }, from)
      looked += status === 401 ? 1 : 0
    }
    expect(looked).toBeLessThan(30)
    expect((await knock('R1')).status).toBe(429)
  }, 60_000)

  it('slows an address down that tries many cards, and no other', async () => {
    const answers: number[] = []
    for (let guess = 0; guess < 60; guess += 1) answers.push((await knock(`card ${guess}`)).status)
    expect(answers.filter((status) => status === 401)).toHaveLength(50)
    expect((await knock('R1')).status).toBe(429)
    const elsewhere = await library.call('POST', '/api/account/session', { card: 'R1', pin: PIN }, { 'cf-connecting-ip': '192.0.2.2' })
    expect(elsewhere.status).toBe(200)
  }, 60_000)

  it('does the same work for a card that nobody has', async () => {
    const derive = vi.spyOn(crypto.subtle, 'deriveBits')
    const work: number[][] = []
    for (const card of ['R1', 'EXPIRED', 'NOBODY']) {
      const [trips, derived] = [library.state.trips, derive.mock.calls.length]
      await knock(card, '000111')
      work.push([library.state.trips - trips, derive.mock.calls.length - derived])
    }
    derive.mockRestore()
    expect(work).toEqual([work[0], work[0], work[0]])
    expect(work[0]?.[1]).toBe(1)
  })

  it('opens at once when the desk gives another PIN, which ends the old sessions', async () => {
    const own = await enter('R1')
    for (let guess = 0; guess < 6; guess += 1) await knock('R1', `55500${guess}`)
    expect((await knock('R1')).status).toBe(429)
    await library.call('POST', '/api/readers/R1/pin', { pin: '820364' })
    expect((await own('GET', '')).status).toBe(401)
    expect((await knock('R1', '820364')).status).toBe(200)
    expect(JSON.stringify(await rows('SELECT * FROM idempotency_keys'))).not.toContain('820364')
  })

  it('ends the session that the browser had: one planted there is worth nothing', async () => {
    const planted = cookieOf(await knock('R2'))
    const response = await library.call('POST', '/api/account/session', { card: 'R1', pin: PIN }, { ...FROM, cookie: planted })
    expect(response.status).toBe(200)
    expect((await library.call('GET', '/api/account', undefined, { cookie: planted })).status).toBe(401)
  })

  it('is worth nothing under another card, nor after two hours, nor after signing out everywhere', async () => {
    const cookie = cookieOf(await knock('R1'))
    expect((await library.call('GET', '/api/account', undefined, { cookie: cookie.replace('.R1', '.R2') })).status).toBe(401)
    const [here, there] = [await enter('R1'), await enter('R1')]
    expect((await here('DELETE', '/other-sessions')).status).toBe(204)
    expect([(await here('GET', '')).status, (await there('GET', '')).status]).toEqual([200, 401])
    library.state.now = new Date(library.state.now.getTime() + 2 * 3_600_000)
    expect((await here('GET', '')).status).toBe(401)
  })

  it('is neither a session of the staff, nor the other way round', async () => {
    const cookie = cookieOf(await knock('R1'))
    const token = /=([0-9a-f]{64}\.R1)/.exec(cookie)?.[1] ?? ''
    const asStaff = await library.call('GET', '/api/readers/R2', undefined, { cookie: `${cookie}; __Host-bulaq=${token}` })
    expect(asStaff.status).toBe(401)
    expect((await library.call('GET', '/api/account')).status).toBe(401)
  })

  it('refuses what other sites ask in the name of the reader', async () => {
    const own = await enter('R1')
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      expect((await own('POST', '/holds', { record: 1, pickup: 1 }, headers)).body.refused).toBe('foreign-origin')
    }
  })
})

describe('a PIN', () => {
  it.each(['000000', '123456', '987654', '12345'])('is refused when others would try it first: %s', async (pin) => {
    const answer = await library.call('POST', '/api/readers/R1/pin', { pin })
    expect(await answer.json()).toMatchObject({ refused: 'pin-is-too-easy' })
  })

  it('is changed by its owner who knows the old one, and then ends the other sessions', async () => {
    const [here, there] = [await enter('R1'), await enter('R1')]
    expect((await here('POST', '/pin', { pin: '111222', newPin: '736251' })).body.refused).toBe('pin-is-wrong')
    expect((await here('POST', '/pin', { pin: PIN, newPin: '222222' })).body.refused).toBe('pin-is-too-easy')
    expect((await here('POST', '/pin', { pin: PIN, newPin: '736251' })).status).toBe(201)
    expect([(await here('GET', '')).status, (await there('GET', '')).status]).toEqual([200, 401])
    expect([(await knock('R1')).status, (await knock('R1', '736251')).status]).toEqual([401, 200])
  })
})

describe('a reader', () => {
  it('sees their own loans and nobody else’s, and no cache keeps them', async () => {
    await lend('R1', 'C1')
    await lend('R2', 'C3')
    const { body, headers } = await (await enter('R1'))('GET', '')
    expect(body.loans.map(({ barcode, title }: Record<string, string>) => [barcode, title])).toEqual([['C1', 'Абай жолы']])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(JSON.stringify(body)).not.toMatch(/Иванов|pbkdf2/)
  })

  it('renews a loan once under one key, by the rules of the desk, and only an own one', async () => {
    await lend('R1', 'C1')
    await lend('R2', 'C3')
    const own = await enter('R1')
    library.state.now = new Date('2026-11-23T06:30:00Z')
    const before = (await own('GET', '')).body.loans[0].dueOn
    expect((await own('POST', '/renewals', { copy: 'C3' })).body.refused).toBe('not-lent-to-this-reader')
    expect((await own('POST', '/renewals', { copy: 'C1' }, { 'idempotency-key': 'k' })).body.refused).toBe('renewal-changes-nothing')
    await library.client.execute("UPDATE loans SET due_on = '2026-11-25' WHERE copy_id = 1")
    const renewed = await own('POST', '/renewals', { copy: 'C1' }, { 'idempotency-key': 'k' })
    expect(renewed.body.loan).toMatchObject({ dueOn: before, renewals: 1 })
    expect((await own('POST', '/renewals', { copy: 'C1' }, { 'idempotency-key': 'k' })).body).toEqual(renewed.body)
    expect(await rows("SELECT staff_id FROM journal WHERE deed = 'renewal'")).toEqual([{ staff_id: null }])
  })

  it('does not renew what another waits for, and is told why', async () => {
    await lend('R1', 'C1')
    await lend('R1', 'C2')
    await (await enter('R2'))('POST', '/holds', { record: 1, pickup: 1 })
    await library.client.execute("UPDATE loans SET due_on = '2026-11-25'")
    const answer = await (await enter('R1'))('POST', '/renewals', { copy: 'C1' })
    expect([answer.status, answer.body.refusals]).toEqual([409, ['title-is-on-hold']])
  })

  it('places, suspends and cancels a hold of their own, and no one else’s', async () => {
    const [own, other] = [await enter('R1'), await enter('R2')]
    const { hold } = (await own('POST', '/holds', { record: 2, pickup: 2 }, { 'idempotency-key': 'h' })).body
    expect(hold).toMatchObject({ recordId: 2, title: 'Мать', position: 1, pickupBranchId: 2 })
    expect((await own('POST', '/holds', { record: 2, pickup: 2 })).body.refused).toBe('title-is-already-on-hold')
    expect((await other('POST', '/holds', { record: 2, pickup: 2 }, { 'idempotency-key': 'h' })).body.refused).toBe(
      'idempotency-key-reused',
    )
    expect((await other('DELETE', `/holds/${hold.id}`)).body.refused).toBe('hold-not-found')
    expect((await other('PATCH', `/holds/${hold.id}`, { suspended: true })).body.refused).toBe('hold-not-found')
    expect((await own('PATCH', `/holds/${hold.id}`, { suspended: true })).body.hold).toMatchObject({ suspended: true })
    expect((await own('GET', '')).body.holds).toMatchObject([{ id: hold.id, suspended: true, position: 1 }])
    expect((await own('DELETE', `/holds/${hold.id}`)).status).toBe(201)
    expect((await own('GET', '')).body.holds).toEqual([])
  })

  it('has a history only if they ask for one', async () => {
    await lend('R1', 'C1')
    expect((await library.call('POST', '/api/returns', { copy: 'C1', branch: 1 })).status).toBe(201)
    const own = await enter('R1')
    expect((await own('GET', '')).body.history).toEqual([])
    expect((await own('PATCH', '', { keepsHistory: true, language: 'ru' })).body).toEqual({ keepsHistory: true, language: 'ru' })
    expect((await own('GET', '')).body.history).toMatchObject([{ title: 'Абай жолы' }])
  })

  it('agrees to the text of today, once, and not to another', async () => {
    const own = await enter('R1')
    expect((await own('POST', '/consents', { version: 7 })).body.refused).toBe('consent-text-has-changed')
    expect((await own('POST', '/consents', { version: 1 })).status).toBe(201)
    expect((await own('POST', '/consents', { version: 1 })).status).toBe(201)
    expect((await own('GET', '')).body.consents).toMatchObject([{ version: 1, givenAt: library.state.now.toISOString() }])
    const { consents, consentText } = (await own('GET', '')).body
    for (const text of [consents[0], consentText]) {
      expect(text.kk).toMatch(/келісемін/)
      expect(text.ru).toMatch(/согласен/)
      expect(text.en).toMatch(/I agree/)
    }
    await expect(library.client.execute("UPDATE consent_texts SET en = 'else'")).rejects.toThrow('a consent text is not changed')
  })

  it('takes all data about them away, and no secret with it', async () => {
    await lend('R1', 'C1')
    const { body, headers } = await (await enter('R1'))('GET', '/export')
    expect(headers.get('content-disposition')).toBe('attachment; filename="bulaq-2026-11-23.json"')
    expect(body.reader[0]).toMatchObject({ card: 'R1', name: 'Ахметова Сәуле', birth_year: 1980 })
    expect(body.loans).toMatchObject([{ title: 'Абай жолы', barcode: 'C1' }])
    expect(JSON.stringify(body)).not.toMatch(/pbkdf2|token_hash/)
  })

  it('asks everything in one round trip, and does a deed in two', async () => {
    const own = await enter('R1')
    library.state.trips = 0
    await own('GET', '')
    expect(library.state.trips).toBe(1)
    await own('POST', '/holds', { record: 2, pickup: 2 })
    expect(library.state.trips).toBe(3)
  })
})
