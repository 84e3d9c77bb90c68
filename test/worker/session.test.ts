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
    expect(await response.json()).toMatchObject({ staff: { name: 'aigerim', role: 'librarian', branchId: 1 } })
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

  it('stays within what Cloudflare allows', () => {
    expect(ROUNDS).toBeLessThanOrEqual(100_000)
  })

  it('sends every answer with the security headers and never public', async () => {
    const response = await library.signIn('aigerim')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})
