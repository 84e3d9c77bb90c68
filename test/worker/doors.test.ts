import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../worker/app.ts'
import { DEEDS, RIGHTS, ROLES, type Role } from '../../worker/domain/staff/permissions.ts'
import { type Door, may, openRoutes } from '../../worker/middleware/may.ts'
import { tokenHash } from '../../worker/middleware/session.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

const ROUTES = openRoutes(createApp({ now: () => new Date(), fetch }))
const CHANGING = ROUTES.filter(({ method }) => method !== 'GET')
const SAMPLES: Record<string, string> = { ':day': '2026-12-01', ':card': 'R1', ':copy': 'C1' }
const addressOf = (path: string) => path.replace('*', '1').replaceAll(/:\w+/g, (name) => SAMPLES[name] ?? '1')

let library: Library
const cookies = new Map<Role, string>()

beforeAll(async () => {
  library = await openLibrary()
  for (const role of ROLES) {
    const token = `token-of-${role}`
    const staff = await library.client.execute({
      sql: "INSERT INTO staff (login, name, role, branch_id, password) VALUES (?, ?, ?, NULL, '-') RETURNING id",
      args: [`all-${role}`, role, role],
    })
    await library.client.execute({
      sql: 'INSERT INTO sessions (token_hash, staff_id, started_at, expires_at, last_used_at) VALUES (?, ?, ?, ?, ?)',
      args: [
        await tokenHash(token),
        Number(staff.rows[0]?.id),
        '2026-11-23T04:00:00.000Z',
        '2026-11-23T16:00:00.000Z',
        '2026-11-23T05:00:00.000Z',
      ],
    })
    cookies.set(role, `__Host-bulaq=${token}`)
  }
}, 60_000)

async function knock(method: string, path: string, cookie = '', more: Record<string, string> = {}) {
  const headers = { ...(cookie ? { cookie } : {}), ...more }
  const response = await library.call(method, addressOf(path), method === 'GET' || method === 'DELETE' ? undefined : {}, headers)
  const text = await response.text()
  return { status: response.status, refused: /"refused":"([a-z-]+)"/.exec(text)?.[1], headers: response.headers }
}

const mayEnter = (door: Door, role: Role) =>
  door === 'any-staff' || (door in RIGHTS && RIGHTS[door as (typeof DEEDS)[number]][role] !== 'no')

describe('every route, generated from the route table', () => {
  it('is refused by the program itself when it names no deed', () => {
    const forgotten = { routes: [...createApp({ now: () => new Date(), fetch }).routes] }
    forgotten.routes.push({ basePath: '/api', path: '/api/forgotten', method: 'POST', handler: () => undefined })
    expect(() => openRoutes(forgotten)).toThrow('POST /api/forgotten names no deed')
    expect(openRoutes({ routes: [{ basePath: '/', path: '/x', method: 'GET', handler: may('lend') }] })).toEqual([
      { method: 'GET', path: '/x', door: 'lend', shapes: {} },
    ])
  })

  it('that changes something is open to nobody who is not signed in, but for signing in and out', () => {
    const open = CHANGING.filter(({ door }) => door === 'anybody').map(({ method, path }) => `${method} ${path}`)
    expect(open.sort()).toEqual([
      'DELETE /api/account/session',
      'DELETE /api/session',
      'POST /api/account/session',
      'POST /api/account/session/passkey',
      'POST /api/account/session/passkey/challenge',
      'POST /api/session',
      'POST /api/session/passkey',
      'POST /api/session/passkey/challenge',
    ])
  })

  it('is closed to whoever is not signed in, and to a made-up session, unless it is for anybody', async () => {
    const wrong: object[] = []
    for (const { method, path, door } of ROUTES) {
      for (const cookie of ['', '__Host-bulaq=made-up', '__Host-bulaq=']) {
        const { status, refused } = await knock(method, path, cookie)
        const asTold = door === 'anybody' ? status !== 401 && status !== 403 : status === 401 && refused === 'sign-in-required'
        if (!asTold) wrong.push({ method, path, door, cookie, status, refused })
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)

  it.each(ROLES)('is open or closed to a %s as the table says, and never kept by a cache', async (role) => {
    const wrong: object[] = []
    for (const { method, path, door } of ROUTES) {
      if (door === 'anybody') continue
      const { status, refused, headers } = await knock(method, path, cookies.get(role))
      const closed = door === 'any-reader' ? status === 401 : status === 403 && refused === 'not-permitted'
      const open = status < 500 && refused !== 'not-permitted' && refused !== 'sign-in-required'
      const kept = headers.get('cache-control') !== 'no-store'
      if (kept || !(mayEnter(door, role) ? open : closed)) wrong.push({ method, path, door, status, refused, kept })
    }
    expect(wrong).toEqual([])
  })

  it('takes no change from another site, whatever the browser tells of it', async () => {
    const wrong: object[] = []
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://bulaq.test.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://bulaq.test', 'sec-fetch-site': 'cross-site' },
    ]
    for (const { method, path } of CHANGING) {
      for (const headers of foreign) {
        const { status, refused } = await knock(method, path, cookies.get('administrator'), headers)
        if (status !== 403 || refused !== 'foreign-origin') wrong.push({ method, path, headers, status, refused })
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('the table of rights', () => {
  it('gives every deed to somebody, and everything to the administrator', () => {
    for (const deed of DEEDS) expect(ROLES.some((role) => RIGHTS[deed][role] !== 'no')).toBe(true)
    expect(DEEDS.filter((deed) => RIGHTS[deed].administrator !== 'all')).toEqual([])
  })
})
