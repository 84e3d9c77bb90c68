import { beforeEach, describe, expect, it } from 'vitest'
import { FIRST_PASSWORD_LASTS_MS } from '../../worker/domain/staff/first-password.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

const GIVEN = 'кеме жүзген айдын көл'
const OWN = 'көл жағасында үш қайың'
const MARAT = { login: 'marat', name: 'Сейітов Марат', role: 'librarian', branchId: 1, password: GIVEN }

let library: Library
let director = ''
beforeEach(async () => {
  library = await openLibrary()
  director = (await enter('director')).cookie
})

async function enter(login: string, password = 'a-long-password', next?: string) {
  const response = await library.call('POST', '/api/session', { login, password, next })
  return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', body: await response.json() }
}
const as = async (cookie: string, method: string, path: string, body?: object, key?: string) => {
  const response = await library.call(method, path, body, { cookie, ...(key ? { 'idempotency-key': key } : {}) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const ask = (method: string, path: string, body?: object, key?: string) => as(director, method, path, body, key)
const isIn = async (cookie: string) => (await as(cookie, 'GET', '/api/session')).status === 200
const rows = async (sql: string, ...args: (string | number)[]) => (await library.client.execute({ sql, args })).rows
const idOf = async (login: string) => Number((await rows('SELECT id FROM staff WHERE login = ?', login))[0]?.id)
const journal = async (deed: string) =>
  (await rows('SELECT staff_id, detail FROM journal WHERE deed = ?', deed)).map(({ staff_id, detail }) => ({
    by: Number(staff_id),
    ...JSON.parse(String(detail)),
  }))

describe('somebody new on the staff', () => {
  it('is added once, told in the journal, and lists with their role and branch', async () => {
    const before = library.state.trips
    expect(await ask('POST', '/api/staff', MARAT, 'one key')).toMatchObject({ status: 201, body: { added: 'marat' } })
    expect(library.state.trips - before).toBe(2)
    expect((await ask('POST', '/api/staff', MARAT, 'one key')).status).toBe(201)
    const { body } = await ask('GET', '/api/staff')
    expect(body.staff).toHaveLength(5)
    expect(body.staff).toContainEqual({
      id: await idOf('marat'),
      login: 'marat',
      name: 'Сейітов Марат',
      role: 'librarian',
      branchId: 1,
      leftAt: null,
      lastSeenAt: null,
      passwordGivenAt: '2026-11-23T05:00:00.000Z',
    })
    const by = await idOf('director')
    expect(await journal('staff-added')).toEqual([{ by, name: 'Сейітов Марат', login: 'marat', role: 'librarian', branchId: 1 }])
    expect(JSON.stringify([await rows('SELECT * FROM journal'), await rows('SELECT * FROM idempotency_keys')])).not.toContain('айдын')
  })

  it('is refused a login that somebody has, in any case of its letters, also somebody who left', async () => {
    expect((await ask('POST', '/api/staff', { ...MARAT, login: ' AIGERIM ' })).body).toMatchObject({ refused: 'login-is-taken' })
    await ask('POST', `/api/staff/${await idOf('bolat')}/departures`)
    expect((await ask('POST', '/api/staff', { ...MARAT, login: 'bolat' })).body).toMatchObject({ refused: 'login-is-taken' })
    const twice = await Promise.all([ask('POST', '/api/staff', MARAT), ask('POST', '/api/staff', MARAT)])
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('is refused with an easy password, a branch or a role that there is not, or a login nobody can type', async () => {
    expect((await ask('POST', '/api/staff', { ...MARAT, password: 'short' })).body).toMatchObject({ refused: 'password-is-too-easy' })
    expect((await ask('POST', '/api/staff', { ...MARAT, branchId: 99 })).body).toMatchObject({ refused: 'branch-not-found' })
    expect((await ask('POST', '/api/staff', { ...MARAT, role: 'king' })).body).toMatchObject({ refused: 'bad-request', fields: ['role'] })
    expect((await ask('POST', '/api/staff', { ...MARAT, login: 'ма рат' })).body).toMatchObject({ fields: ['login'] })
    expect(await rows('SELECT * FROM staff_changes')).toEqual([])
  })

  it('chooses their own password at the door, before any session begins', async () => {
    await ask('POST', '/api/staff', MARAT)
    const first = await enter('marat', GIVEN)
    expect(first).toMatchObject({ status: 401, cookie: '', body: { refused: 'password-must-be-chosen' } })
    expect((await enter('marat', 'wrong', OWN)).body).toMatchObject({ refused: 'sign-in-failed' })
    expect((await enter('marat', GIVEN, GIVEN)).body).toMatchObject({ refused: 'password-must-be-chosen' })
    expect((await enter('marat', GIVEN, 'short')).body).toMatchObject({ refused: 'password-is-too-easy' })
    const chosen = await enter('marat', GIVEN, OWN)
    expect(chosen).toMatchObject({ status: 200, body: { staff: { name: 'Сейітов Марат', role: 'librarian' } } })
    expect(await isIn(chosen.cookie)).toBe(true)
    expect([(await enter('marat', GIVEN)).status, (await enter('marat', OWN)).status]).toEqual([401, 200])
    expect(await rows("SELECT count(*) AS n FROM journal WHERE deed = 'password-changed'")).toMatchObject([{ n: 1 }])
  })

  it('is let in no more with a first password that waited a week', async () => {
    await ask('POST', '/api/staff', MARAT)
    library.state.now = new Date(library.state.now.getTime() + FIRST_PASSWORD_LASTS_MS + 1)
    expect((await enter('marat', GIVEN, OWN)).body).toMatchObject({ refused: 'first-password-has-expired' })
  })
})

describe('one of the staff', () => {
  it('has another role and branch at once, in the session they have', async () => {
    const aigerim = await enter('aigerim')
    const id = await idOf('aigerim')
    expect((await as(aigerim.cookie, 'GET', '/api/audit')).status).toBe(403)
    const change = { name: 'Әйгерім', role: 'head', branchId: 2 }
    expect(await ask('PUT', `/api/staff/${id}`, change)).toMatchObject({ status: 201, body: { changed: id } })
    expect((await as(aigerim.cookie, 'GET', '/api/audit')).status).toBe(200)
    expect((await as(aigerim.cookie, 'GET', '/api/session')).body).toMatchObject({ staff: change })
    const was = { name: 'aigerim', role: 'librarian', branchId: 1 }
    expect(await journal('staff-changed')).toEqual([{ by: await idOf('director'), staff: id, ...change, was }])
    const audited = await ask('GET', '/api/audit?deed=staff-changed')
    expect(audited.body).toMatchObject({ lines: [{ staff: 'director', subject: 'Әйгерім' }] })
  })

  it('leaves: what opened the door is worth nothing, their deeds keep their name; and comes back with a new password', async () => {
    const aigerim = await enter('aigerim')
    const id = await idOf('aigerim')
    await library.client.execute({
      sql: "INSERT INTO passkeys (id, staff_id, public_key, counter, made_at) VALUES ('key', ?, '', 0, '')",
      args: [id],
    })
    expect((await ask('POST', `/api/staff/${id}/departures`)).status).toBe(201)
    expect(await rows('SELECT token_hash FROM sessions WHERE staff_id = ?', id)).toEqual([])
    expect(await rows('SELECT id FROM passkeys')).toEqual([])
    expect([await isIn(aigerim.cookie), (await enter('aigerim')).status]).toEqual([false, 401])
    expect((await ask('POST', `/api/staff/${id}/departures`)).body).toMatchObject({ refused: 'staff-has-left' })
    expect((await ask('POST', `/api/staff/${id}/returns`, { password: 'short' })).body).toMatchObject({ refused: 'password-is-too-easy' })
    expect((await ask('POST', `/api/staff/${id}/returns`, { password: GIVEN })).status).toBe(201)
    expect((await enter('aigerim')).status).toBe(401)
    expect((await enter('aigerim', GIVEN, OWN)).status).toBe(200)
    expect([await journal('staff-left'), await journal('staff-returned')]).toMatchObject([[{ staff: id }], [{ staff: id }]])
  })

  it('who forgot their password is given one for once; their sessions end', async () => {
    const aigerim = await enter('aigerim')
    const id = await idOf('aigerim')
    expect((await ask('PUT', `/api/staff/${id}/password`, { password: GIVEN })).status).toBe(201)
    expect([await isIn(aigerim.cookie), (await enter('aigerim')).status]).toEqual([false, 401])
    expect((await enter('aigerim', GIVEN)).body).toMatchObject({ refused: 'password-must-be-chosen' })
    expect(await journal('password-given')).toEqual([{ by: await idOf('director'), staff: id, name: 'aigerim' }])
  })

  it('was last seen when their session was last used, also after it ended', async () => {
    await enter('aigerim')
    await library.client.execute("UPDATE sessions SET last_used_at = '2026-11-23T05:20:00.000Z' WHERE staff_id = 1")
    await ask('DELETE', '/api/staff/1/sessions')
    const { body } = await ask('GET', '/api/staff')
    expect(body.staff).toContainEqual(expect.objectContaining({ login: 'aigerim', lastSeenAt: '2026-11-23T05:20:00.000Z' }))
  })
})

describe('the sessions of another', () => {
  it('are listed and ended one by one or all, which the journal tells with the name', async () => {
    const [one, two] = [await enter('aigerim'), await enter('aigerim')]
    const { body } = await ask('GET', '/api/staff/1/sessions')
    const sessions = body.sessions as { id: string }[]
    expect(sessions).toHaveLength(2)
    expect(JSON.stringify(body)).not.toContain(one.cookie.split('=')[1])
    expect((await ask('DELETE', `/api/staff/1/sessions/${sessions[0]?.id}`)).status).toBe(201)
    expect([await isIn(one.cookie), await isIn(two.cookie)].filter(Boolean)).toHaveLength(1)
    expect((await ask('DELETE', `/api/staff/1/sessions/${sessions[0]?.id}`)).body).toMatchObject({ refused: 'session-not-found' })
    expect((await ask('DELETE', '/api/staff/1/sessions')).status).toBe(201)
    expect([await isIn(one.cookie), await isIn(two.cookie), await isIn(director)]).toEqual([false, false, true])
    expect(await journal('sessions-ended')).toMatchObject([
      { staff: 1, name: 'aigerim' },
      { staff: 1, name: 'aigerim' },
    ])
  })

  it('are not found under somebody else, and one’s own are not ended here', async () => {
    const bolat = await enter('bolat')
    const { body } = await ask('GET', `/api/staff/${await idOf('bolat')}/sessions`)
    const [his] = body.sessions as { id: string }[]
    expect((await ask('DELETE', `/api/staff/1/sessions/${his?.id}`)).body).toMatchObject({ refused: 'session-not-found' })
    expect((await ask('DELETE', `/api/staff/${await idOf('director')}/sessions`)).body).toMatchObject({ refused: 'not-for-yourself' })
    expect((await ask('GET', '/api/staff/999/sessions')).body).toMatchObject({ refused: 'staff-not-found' })
    expect(await isIn(bolat.cookie)).toBe(true)
  })
})

describe('the staff', () => {
  it('keeps an administrator, also when the last two send each other away at once', async () => {
    await library.client.execute("UPDATE staff SET role = 'administrator' WHERE login IN ('saule', 'bolat')")
    const [saule, bolat] = [await enter('saule'), await enter('bolat')]
    const answers = await Promise.all([
      as(saule.cookie, 'POST', `/api/staff/${await idOf('bolat')}/departures`),
      as(bolat.cookie, 'POST', `/api/staff/${await idOf('saule')}/departures`),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401])
    const left = await rows("SELECT id FROM staff WHERE role = 'administrator' AND left_at IS NULL")
    expect(left).toHaveLength(1)
    const last = Number(left[0]?.id)
    expect((await ask('POST', `/api/staff/${last}/departures`)).body).toMatchObject({ refused: 'last-administrator' })
    const demoted = { name: 'x', role: 'librarian', branchId: 1 }
    expect((await ask('PUT', `/api/staff/${last}`, demoted)).body).toMatchObject({ refused: 'last-administrator' })
  })

  it('is managed by nobody but the director and the administrator', async () => {
    const { cookie } = await enter('aigerim')
    const answers = await Promise.all([
      as(cookie, 'GET', '/api/staff'),
      as(cookie, 'POST', '/api/staff', MARAT),
      as(cookie, 'PUT', '/api/staff/1', { name: 'x', role: 'administrator', branchId: null }),
      as(cookie, 'PUT', '/api/staff/2/password', { password: GIVEN }),
      as(cookie, 'GET', '/api/staff/2/sessions'),
    ])
    expect(answers.map(({ body }) => body.refused)).toEqual(answers.map(() => 'not-permitted'))
    expect(
      (await ask('PUT', `/api/staff/${await idOf('director')}`, { name: 'x', role: 'administrator', branchId: null })).body,
    ).toMatchObject({
      refused: 'not-for-yourself',
    })
  })
})
