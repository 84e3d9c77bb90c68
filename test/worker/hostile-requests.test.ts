import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../worker/app.ts'
import { type OpenRoute, openRoutes } from '../../worker/middleware/may.ts'
import { tokenHash } from '../../worker/middleware/session.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'
import { sampleOf } from '../support/request-samples.ts'

const ROUTES = openRoutes(createApp({ now: () => new Date(), fetch }))
const JSON_TYPE = { 'content-type': 'application/json' }

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let library: Library
let staff = ''
let reader = ''

beforeAll(async () => {
  library = await openLibrary()
  const signedIn = await library.call('POST', '/api/session', { login: 'director', password: 'a-long-password' })
  staff = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  reader = `__Host-bulaq-reader=${OWN}`
})

const OWN = `${'f'.repeat(64)}.R1`

/** Whatever was done before, both are signed in and may do everything. */
async function restore() {
  const ofReader = { sql: "INSERT OR REPLACE INTO reader_sessions VALUES (?, 1, '2026-11-23', '9999-01-01')", args: [await tokenHash(OWN)] }
  await library.client.batch(
    [
      "UPDATE staff SET role = 'administrator' WHERE login = 'director'",
      "UPDATE sessions SET last_used_at = '9999-01-01'",
      "UPDATE readers SET card = 'R1', merged_into_id = NULL WHERE id = 1",
      ofReader,
    ],
    'write',
  )
}

const PARAMETERS: Record<string, string> = { ':day': '2026-12-01', ':card': 'R1', ':copy': 'C1', ':part': '1', ':page': 'day' }
const addressOf = (path: string, put?: string) =>
  path.replace('*', put ?? '1').replaceAll(/:\w+(\{[^}]*\})?/g, (name) => put ?? PARAMETERS[name.replace(/\{.*/, '')] ?? '1')
const cookieFor = ({ door }: OpenRoute) => (door === 'any-reader' ? reader : staff)
const searchOf = (query: Record<string, unknown>) =>
  `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`

/** Every answer to every route as one program would ask, that is none of a program's own failure. */
async function failures(
  asks: (route: OpenRoute) => { path: string; body?: BodyInit; headers?: Record<string, string>; method?: string }[],
) {
  const failed: object[] = []
  for (const route of ROUTES) {
    if (/\/session|other-sessions/.test(route.path) && route.method === 'DELETE') continue
    await restore()
    const answers = asks(route).map(async ({ path, body, headers = {}, method = route.method }) => {
      const sent = method === 'GET' || method === 'HEAD' ? undefined : body
      const response = await library.send(method, path, sent, { cookie: cookieFor(route), ...headers })
      const text = await response.text()
      // An import that fails half-way says so in its last line.
      if (response.status >= 500 || text.includes('"refused":"unexpected"'))
        failed.push({
          route: `${method} ${route.path}`,
          path: path.slice(0, 120),
          body: String(body).slice(0, 120),
          status: response.status,
          text: text.slice(0, 120),
        })
    })
    await Promise.all(answers)
  }
  await library.settle()
  await restore()
  for (const [path, cookie] of [
    ['/api/session', staff],
    ['/api/account', reader],
  ] as const)
    expect((await library.send('GET', path, undefined, { cookie })).status).toBe(200)
  return failed
}

const DEEP = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
/** Bodies that are not what any route asks for. */
const BODIES: BodyInit[] = [
  '',
  '{',
  'null',
  '1e999',
  DEEP,
  `{"a":${DEEP}}`,
  '\ufeff{}',
  '{"__proto__":{"role":"administrator"},"constructor":{"prototype":{"polluted":true}}}',
  new Uint8Array([0xff, 0xfe, 0x7b, 0x22, 0xc0, 0x80, 0x22, 0x7d]),
]
/** Values that fit no place, or fit and should not hurt. */
const VALUES: unknown[] = [
  null,
  true,
  '',
  ' ',
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  '9'.repeat(30),
  [],
  {},
  [[]],
  { $gt: '' },
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\r\nSet-Cookie: a=b',
  "' OR 1=1 --",
  '"; DROP TABLE readers; --',
  '%',
  '%00',
  '../../../etc/passwd',
  '2026-02-30',
  '0000-00-00',
  '-271821-04-20',
  '99999-12-31',
  '__proto__',
  'constructor',
  'ﷺ'.repeat(50),
  'z'.repeat(5_000),
  '\u202e',
  '{{7*7}}',
]
/** So many of them for each field: the next field has the next ones. */
const A_FIELD = 3
let turn = 0
const someValues = () => {
  turn += A_FIELD
  return Array.from({ length: A_FIELD }, (_, n) => VALUES[(turn + n) % VALUES.length])
}

const IN_PATHS = [
  '%00',
  '%',
  '%E0%A4%A',
  '%ff',
  '..%2f..%2f..%2fetc%2fpasswd',
  '....%5c%5c',
  '-1',
  '0',
  '1e400',
  '9'.repeat(40),
  '1.5',
  '0x10',
  '%27%20OR%201%3D1--',
  '%0d%0aSet-Cookie:a=b',
  '__proto__',
  'constructor',
  'toString',
  '%ED%A0%80',
  '%F0%9F%92%A9',
  'x'.repeat(3_000),
  '2026-02-30',
  '%20',
  'null',
]

describe('whatever comes in', () => {
  it('as a body is refused or done, and never a failure of the program', async () => {
    expect(
      await failures((route) =>
        route.method === 'GET' ? [] : BODIES.map((body) => ({ path: addressOf(route.path), body, headers: JSON_TYPE })),
      ),
    ).toEqual([])
  })

  it('as a body that is no JSON tells nothing to a stranger but to sign in', async () => {
    const wrong: object[] = []
    for (const { method, path, door, shapes } of ROUTES) {
      if (!shapes.json) continue
      const { status } = await library.send(method, addressOf(path), '{', JSON_TYPE)
      if (status !== (door === 'anybody' ? 400 : 401)) wrong.push({ method, path, status })
    }
    expect(wrong).toEqual([])
  })

  it('in a field of a body that fits is refused or done, and never a failure of the program', async () => {
    expect(
      await failures((route) => {
        if (!route.shapes.json) return []
        const fits = sampleOf(route, 'json')
        const path = addressOf(route.path)
        const names = Object.keys(fits)
        return names.flatMap((name) =>
          someValues().map((value) => ({ path, body: JSON.stringify({ ...fits, [name]: value }), headers: JSON_TYPE })),
        )
      }),
    ).toEqual([])
  })

  it('behind the question mark is refused or answered, and never a failure of the program', async () => {
    expect(
      await failures((route) => {
        if (route.method !== 'GET') return []
        const fits = sampleOf(route, 'query')
        const path = addressOf(route.path)
        const odd = [
          '?%',
          '?=',
          '?a=%00',
          '?q=%ff',
          '?__proto__[x]=1',
          `?${'a=1&'.repeat(2_000)}`,
          '?lang=%E0%A4%A',
          '?as=csv&table=__proto__',
          '?as=__proto__',
        ]
        return [
          ...odd.map((search) => ({ path: `${path}${search}` })),
          ...Object.keys(fits).flatMap((name) => someValues().map((value) => ({ path: `${path}${searchOf({ ...fits, [name]: value })}` }))),
          ...Object.keys(fits).map((name) => ({ path: `${path}${searchOf(fits)}&${name}=2` })),
        ]
      }),
    ).toEqual([])
  })

  it('as a part of the path is refused or answered, and never a failure of the program', async () => {
    expect(
      await failures((route) =>
        route.path.includes(':') || route.path.includes('*')
          ? IN_PATHS.map((part) => ({
              path: addressOf(route.path, part),
              body: JSON.stringify(sampleOf(route, 'json')),
              headers: JSON_TYPE,
            }))
          : [],
      ),
    ).toEqual([])
  })

  it('by an odd method or with odd headers is answered, and never a failure of the program', async () => {
    const odd = {
      accept: '\u00ff',
      'accept-language': 'x'.repeat(2_000),
      range: 'bytes=9-1',
      'if-none-match': '*',
      'content-type': 'text/plain',
    }
    expect(
      await failures((route) => [
        ...['OPTIONS', 'HEAD', 'PUT', 'PATCH', 'POST', 'PROPFIND', 'DELETE']
          .filter((method) => !ROUTES.some((other) => other.path === route.path && other.method === method))
          .map((method) => ({ path: addressOf(route.path), method, body: '{}', headers: JSON_TYPE })),
        { path: addressOf(route.path), body: JSON.stringify(sampleOf(route, 'json')), headers: odd },
        { path: addressOf(route.path), headers: { cookie: '__Host-bulaq=%E0%A4%A; __Host-bulaq-reader=%00.%ff' } },
      ]),
    ).toEqual([])
  })

  it('is read no further than 64 KiB', async () => {
    const body = JSON.stringify({ note: 'x'.repeat(70_000) })
    const wrong: object[] = []
    for (const route of ROUTES) {
      if (route.method === 'GET' || route.path === '/api/imports') continue
      const response = await library.send(route.method, addressOf(route.path), body, { cookie: cookieFor(route), ...JSON_TYPE })
      if (response.status !== 413) wrong.push({ route, status: response.status })
    }
    expect(wrong).toEqual([])
  })

  it('leaves the program as it was', () => {
    expect(({} as { polluted?: boolean; role?: string }).polluted).toBeUndefined()
  })
})

describe('an answer', () => {
  it('to somebody who is signed in is never kept by a cache that others use, unless nobody need be signed in for it', async () => {
    await restore()
    const shared: string[] = []
    for (const route of ROUTES) {
      if (route.method !== 'GET') continue
      const path = `${addressOf(route.path)}${searchOf(sampleOf(route, 'query'))}`
      const own = await library.send('GET', path, undefined, { cookie: cookieFor(route) })
      const kept = own.headers.get('cache-control') ?? ''
      if (route.door !== 'anybody' && kept !== 'no-store') shared.push(`${path} ${kept}`)
      if (route.door !== 'anybody' || !/public|s-maxage/.test(kept)) continue
      const others = await library.send('GET', path)
      if ((await others.text()) !== (await own.text())) shared.push(`${path} ${kept}`)
    }
    expect(shared).toEqual([])
  })

  it('carries the security headers whatever it is, a refusal and a stranger’s address too', async () => {
    for (const path of [
      '/api/session',
      '/api/nothing',
      '/record/1',
      '/search',
      '/statistics',
      '/robots.txt',
      '/sitemap.xml',
      '/new-books.rss',
      '/api/copies?%',
    ]) {
      const { headers } = await library.send('GET', path)
      for (const name of [
        'content-security-policy',
        'x-content-type-options',
        'strict-transport-security',
        'referrer-policy',
        'cache-control',
      ])
        expect([path, name, headers.get(name)]).not.toContain(null)
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
