import { beforeEach, describe, expect, it } from 'vitest'
import { ROUNDS } from '../../worker/password.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
})

describe('signing in', () => {
  it('keeps only the hash of a session, in a cookie that no script reads', async () => {
    const response = await library.signIn('aigerim')
    expect(await response.json()).toMatchObject({ staff: { login: 'aigerim', name: 'aigerim', role: 'librarian', branchId: 1 } })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-bulaq=[0-9a-f]{64};/)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(attribute)
    const token = /=([0-9a-f]{64})/.exec(cookie)?.[1] ?? ''
    const stored = JSON.stringify((await library.client.execute('SELECT * FROM sessions')).rows)
    expect(stored).not.toContain(token)
  })

  it('says the same of a wrong password and an unknown login', async () => {
    const answers = await Promise.all(
      ['aigerim', 'nobody'].map(async (login) => {
        const response = await library.call('POST', '/api/session', { login, password: 'wrong' })
        return [response.status, await response.text()]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(401)
  })

  it('ends with sign-out, and by itself after a working day', async () => {
    await library.signIn('aigerim')
    expect((await library.call('GET', '/api/session')).status).toBe(200)
    await library.call('DELETE', '/api/session')
    expect((await library.call('GET', '/api/session')).status).toBe(401)
    await library.signIn('aigerim')
    library.state.now = new Date(library.state.now.getTime() + 12 * 3_600_000)
    expect((await library.call('GET', '/api/session')).status).toBe(401)
  })

  it('ends after half an hour without a deed, and goes on while there are some', async () => {
    await library.signIn('aigerim', { mayIdle: true })
    const statusAfter = async (minutes: number) => {
      library.state.now = new Date(library.state.now.getTime() + minutes * 60_000)
      const { status } = await library.call('GET', '/api/session')
      await library.settle()
      return status
    }
    for (let hours = 0; hours < 3; hours += 1) expect([await statusAfter(29), await statusAfter(29)]).toEqual([200, 200])
    expect(await statusAfter(30)).toBe(401)
    expect(await statusAfter(0)).toBe(401)
  })

  it('takes a new session each time, and leaves none that was there before', async () => {
    const planted = `__Host-bulaq=${'a'.repeat(64)}`
    const first = await library.call('POST', '/api/session', { login: 'aigerim', password: 'a-long-password' }, { cookie: planted })
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(cookie).not.toBe(planted)
    const second = await library.call('POST', '/api/session', { login: 'bolat', password: 'a-long-password' }, { cookie })
    const renewed = second.headers.get('set-cookie')?.split(';')[0] ?? ''
    const statusOf = async (own: string) => (await library.call('GET', '/api/session', undefined, { cookie: own })).status
    expect([await statusOf(planted), await statusOf(cookie), await statusOf(renewed)]).toEqual([401, 401, 200])
  })

  it('is not for whoever has left, nor their open session', async () => {
    await library.signIn('aigerim')
    await library.client.execute("UPDATE staff SET left_at = '2026-11-23' WHERE login = 'aigerim'")
    expect((await library.call('GET', '/api/session')).status).toBe(401)
    expect((await library.signIn('aigerim')).status).toBe(401)
  })

  it('stays within what Cloudflare allows', () => {
    expect(ROUNDS).toBeLessThanOrEqual(100_000)
  })

  it('sends every answer with the security headers and never public', async () => {
    const response = await library.signIn('aigerim')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('guessing at passwords', () => {
  const guess = (login: string, password: string, address = '192.0.2.1') =>
    library.call('POST', '/api/session', { login, password }, { 'cf-connecting-ip': address })
  const later = (seconds: number) => {
    library.state.now = new Date(library.state.now.getTime() + seconds * 1000)
  }

  it('is looked at five times, though a hundred come at once, and then not even when right', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => guess('aigerim', `guess ${n}`, `192.0.2.${n}`)))
    const tried = answers.filter(({ status }) => status === 401)
    expect(tried.length).toBeGreaterThan(0)
    expect(tried.length).toBeLessThanOrEqual(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(100 - tried.length)
    while ((await guess('aigerim', 'once more')).status === 401);
    const right = await guess('aigerim', 'a-long-password')
    expect([right.status, await right.json(), right.headers.get('retry-after')]).toMatchObject([
      429,
      { refused: 'too-many-attempts' },
      '60',
    ])
    expect((await guess('bolat', 'a-long-password')).status).toBe(200)
  })

  it('lets the owner in when the wait is over, and begins anew after that', async () => {
    for (let n = 0; n < 5; n += 1) await guess('aigerim', 'wrong')
    later(59)
    expect((await guess('aigerim', 'a-long-password')).status).toBe(429)
    later(1)
    expect((await guess('aigerim', 'a-long-password')).status).toBe(200)
    expect((await guess('aigerim', 'wrong')).status).toBe(401)
    expect((await guess('aigerim', 'a-long-password')).status).toBe(200)
  })

  it('for nearly three hours finds fewer than twenty looked at', async () => {
    let looked = 0
    for (let n = 0; n < 10_000; n += 1) {
      later(1)
      if (n % 60 === 0 || n < 10) looked += (await guess('aigerim', `${n}`)).status === 401 ? 1 : 0
    }
    expect(looked).toBeLessThan(20)
    expect((await guess('aigerim', 'a-long-password')).status).toBe(429)
  })

  it('says the same of a login that does not exist, all the way', async () => {
    const walk = async (login: string) => {
      const told: string[] = []
      for (let n = 0; n < 7; n += 1) {
        const response = await guess(login, 'wrong', `198.51.100.${login.length}`)
        told.push(`${response.status} ${response.headers.get('retry-after')} ${await response.text()}`)
      }
      return told
    }
    expect(await walk('nobody')).toEqual(await walk('aigerim'))
  })

  it('is slowed down by address, whatever logins are tried', async () => {
    const answers: number[] = []
    for (let n = 0; n < 60; n += 1) answers.push((await guess(`login ${n}`, 'wrong')).status)
    expect(answers.filter((status) => status === 401)).toHaveLength(50)
    expect((await guess('aigerim', 'a-long-password')).status).toBe(429)
    expect((await guess('aigerim', 'a-long-password', '192.0.2.2')).status).toBe(200)
  })

  it('keeps neither the login nor the address', async () => {
    await guess('aigerim', 'wrong', '192.0.2.77')
    const kept = JSON.stringify((await library.client.execute('SELECT * FROM sign_in_guesses')).rows)
    expect(kept).not.toMatch(/aigerim|192\.0\.2/)
  })
})
