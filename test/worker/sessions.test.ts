import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
})

/** Signs in from a device of its own, and answers with its cookie. */
async function from(userAgent: string, login = 'aigerim', password = 'a-long-password') {
  const response = await library.call('POST', '/api/session', { login, password }, { 'user-agent': userAgent })
  return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const statusOf = async (cookie: string) => (await library.call('GET', '/api/session', undefined, { cookie })).status
const listed = async (cookie: string) => {
  const response = await library.call('GET', '/api/sessions', undefined, { cookie })
  return ((await response.json()) as { sessions: { id: string; device: string; isThis: boolean; lastUsedAt: string }[] }).sessions
}
const journal = async (deed: string) =>
  (await library.client.execute({ sql: 'SELECT staff_id, branch_id, detail FROM journal WHERE deed = ?', args: [deed] })).rows

describe('the sessions of one of the staff', () => {
  it('are listed by device, the one that asks is marked, and no token nor another person is told', async () => {
    const desk = await from(CHROME)
    await from(FIREFOX)
    await from(FIREFOX, 'bolat')
    const sessions = await listed(desk.cookie)
    expect(sessions.map(({ device, isThis }) => [device, isThis]).sort()).toEqual([
      ['Chrome, Windows', true],
      ['Firefox, Linux', false],
    ])
    expect(JSON.stringify(sessions)).not.toContain(desk.cookie.split('=')[1])
  })

  it('are ended one by one, which the journal tells', async () => {
    const desk = await from(CHROME)
    const left = await from(FIREFOX)
    const other = (await listed(desk.cookie)).find(({ isThis }) => !isThis)
    const end = (key: string) =>
      library.call('DELETE', `/api/sessions/${other?.id}`, undefined, { cookie: desk.cookie, 'idempotency-key': key })
    expect((await end('first')).status).toBe(201)
    expect((await end('first')).status).toBe(201)
    expect(await (await end('again')).json()).toMatchObject({ refused: 'session-not-found' })
    expect([await statusOf(desk.cookie), await statusOf(left.cookie)]).toEqual([200, 401])
    expect(await journal('sessions-ended')).toMatchObject([{ staff_id: 1, branch_id: 1, detail: '{"device":"Firefox, Linux"}' }])
  })

  it('are all ended but the one that asks', async () => {
    const desk = await from(CHROME)
    const others = [await from(FIREFOX), await from(FIREFOX)]
    const bolat = await from(FIREFOX, 'bolat')
    expect((await library.call('DELETE', '/api/sessions', undefined, { cookie: desk.cookie })).status).toBe(201)
    expect(await Promise.all([desk, ...others, bolat].map(({ cookie }) => statusOf(cookie)))).toEqual([200, 401, 401, 200])
  })

  it('are nobody else’s to end', async () => {
    const desk = await from(CHROME)
    const bolat = await from(FIREFOX, 'bolat')
    const [his] = await listed(bolat.cookie)
    const answer = await library.call('DELETE', `/api/sessions/${his?.id}`, undefined, { cookie: desk.cookie })
    expect(await answer.json()).toMatchObject({ refused: 'session-not-found' })
    expect(await statusOf(bolat.cookie)).toBe(200)
  })
})

describe('one’s own password', () => {
  const NEXT = 'көл жағасында үш қайың'
  const change = (cookie: string, present: string, next: string) =>
    library.call('PUT', '/api/sessions/password', { present, next }, { cookie })

  it('is changed with the present one, ends the other sessions, and may be sent again', async () => {
    const desk = await from(CHROME)
    const left = await from(FIREFOX)
    expect((await change(desk.cookie, 'a-long-password', NEXT)).status).toBe(200)
    expect((await change(desk.cookie, 'a-long-password', NEXT)).status).toBe(200)
    expect([await statusOf(desk.cookie), await statusOf(left.cookie)]).toEqual([200, 401])
    expect([(await from(CHROME)).status, (await from(CHROME, 'aigerim', NEXT)).status]).toEqual([401, 200])
    expect(JSON.stringify(await journal('password-changed'))).not.toContain('қайың')
  })

  it('is not changed without it, and guesses at it are slowed down like those at the door', async () => {
    const desk = await from(CHROME)
    for (let n = 0; n < 5; n += 1) {
      expect(await (await change(desk.cookie, `wrong ${n}`, NEXT)).json()).toMatchObject({ refused: 'password-is-wrong' })
    }
    expect(await (await change(desk.cookie, 'a-long-password', NEXT)).json()).toMatchObject({ refused: 'too-many-attempts' })
    expect((await from(CHROME)).status).toBe(429)
  })

  it('is not one that somebody would try first', async () => {
    const desk = await from(CHROME)
    for (const easy of ['short', 'aaaaaaaaaaaaaaaa', 'aigerim-aigerim', 'my-password-is-long', 'abcdefghijklmnop']) {
      expect(await (await change(desk.cookie, 'a-long-password', easy)).json(), easy).toMatchObject({ refused: 'password-is-too-easy' })
    }
  })
})
