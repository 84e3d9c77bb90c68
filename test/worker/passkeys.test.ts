import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'
import { type SoftwareAuthenticator, softwareAuthenticator } from '../support/software-authenticator.ts'

const ORIGIN = 'http://bulaq.test'
const PIN = '493817'
const FROM = { 'cf-connecting-ip': '192.0.2.1' }
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  library.bindings.ORIGINS = ORIGIN
})

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const later = (minutes: number) => {
  library.state.now = new Date(library.state.now.getTime() + minutes * 60_000)
}
const rows = async (sql: string) => (await library.client.execute(sql)).rows.map((row) => ({ ...row }))

async function withPassword(login: string) {
  return cookieOf(await library.call('POST', '/api/session', { login, password: 'a-long-password' }, { cookie: '', ...FROM }))
}

async function withPin(card: string) {
  await library.signIn('aigerim')
  await library.call('POST', `/api/readers/${card}/pin`, { pin: PIN })
  library.signOut()
  return cookieOf(await library.call('POST', '/api/account/session', { card, pin: PIN }, FROM))
}

const FACES = {
  staff: { own: '/api/passkeys', door: '/api/session', enter: () => withPassword('aigerim'), enterAnother: () => withPassword('bolat') },
  reader: { own: '/api/account/passkeys', door: '/api/account/session', enter: () => withPin('R1'), enterAnother: () => withPin('R2') },
}
type Face = (typeof FACES)[keyof typeof FACES]

async function ask(method: string, path: string, body: object | undefined, cookie = '') {
  const response = await library.call(method, path, body, { cookie, 'user-agent': CHROME, ...FROM })
  const text = await response.text()
  return { status: response.status, cookie: cookieOf(response), body: text ? JSON.parse(text) : undefined }
}

const toAdd = async ({ own }: Face, cookie: string) => (await ask('POST', `${own}/challenge`, {}, cookie)).body.publicKey
const toEnter = async ({ door }: Face) => (await ask('POST', `${door}/passkey/challenge`, {})).body.publicKey
const knock = ({ door }: Face, credential: object) => ask('POST', `${door}/passkey`, { credential })

/** Somebody of this face with a passkey. */
async function owner(face: Face, enter = face.enter): Promise<{ cookie: string; device: SoftwareAuthenticator }> {
  const cookie = await enter()
  const device = await softwareAuthenticator(ORIGIN)
  const added = await ask('POST', face.own, await device.create(await toAdd(face, cookie)), cookie)
  expect(added.status).toBe(201)
  return { cookie, device }
}

describe.each(Object.entries(FACES))('a passkey of a %s', (kind, face) => {
  const isIn = async (cookie: string) =>
    (await ask('GET', kind === 'staff' ? '/api/session' : '/api/account', undefined, cookie)).status === 200

  it('is added after signing in, listed, and signs in without a name, again and again, in a new session each time', async () => {
    const { cookie, device } = await owner(face)
    expect((await ask('GET', face.own, undefined, cookie)).body.passkeys).toEqual([
      { id: device.id, device: 'Chrome, Linux', madeAt: MONDAY_MORNING.toISOString(), usedAt: null },
    ])
    const challenge = await toEnter(face)
    expect([challenge.allowCredentials ?? [], challenge.userVerification, challenge.rpId]).toEqual([[], 'required', 'bulaq.test'])
    const first = await knock(face, await device.get(challenge))
    expect([first.status, first.body]).toMatchObject(
      kind === 'staff' ? [200, { staff: { name: 'aigerim', role: 'librarian', branchId: 1 } }] : [200, { card: 'R1' }],
    )
    later(1)
    const second = await knock(face, await device.get(await toEnter(face)))
    expect([await isIn(first.cookie), await isIn(second.cookie), first.cookie === second.cookie]).toEqual([true, true, false])
    expect((await ask('GET', face.own, undefined, second.cookie)).body.passkeys[0].usedAt).toBe('2026-11-23T05:01:00.000Z')
  })

  it('ends the session that the browser had: one planted there is worth nothing', async () => {
    const { device } = await owner(face)
    const planted = await face.enterAnother()
    const credential = await device.get(await toEnter(face))
    const entered = await ask('POST', `${face.door}/passkey`, { credential }, planted)
    expect([entered.status, await isIn(planted), await isIn(entered.cookie)]).toEqual([200, false, true])
  })

  it('takes two round trips to sign in', async () => {
    const { device } = await owner(face)
    const credential = await device.get(await toEnter(face))
    library.state.trips = 0
    await knock(face, credential)
    expect(library.state.trips).toBe(2)
  })

  it('answers a challenge once, also when the answer comes many times at once, and also when it was wrong', async () => {
    const { device } = await owner(face)
    const challenge = await toEnter(face)
    const credential = await device.get(challenge)
    const answers = await Promise.all(Array.from({ length: 4 }, () => knock(face, credential)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status, cookie }) => status === 401 && cookie === '')).toHaveLength(3)
    const another = await toEnter(face)
    await knock(face, await device.get(another, { verified: false }))
    expect((await knock(face, await device.get(another))).status).toBe(401)
  })

  it('answers a challenge within five minutes, and only one of the library', async () => {
    const { device } = await owner(face)
    const challenge = await toEnter(face)
    later(5)
    const answers = [
      await knock(face, await device.get(challenge)),
      await knock(face, await device.get({ ...challenge, challenge: 'bWFkZS11cA' })),
      await knock(face, await device.get({ ...challenge, challenge: '' })),
    ]
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [401, { refused: 'passkey-failed', refusals: ['passkey-failed'] }]),
    )
  })

  it.each([
    ['another origin', { origin: 'https://bulaq.test.evil.example' }],
    ['another port', { origin: 'http://bulaq.test:8080' }],
    ['another name', { rpId: 'evil.example' }],
    ['nobody verified', { verified: false }],
    ['a counter that stands still', { counter: 7 }],
    ['a counter that went back', { counter: 6 }],
    ['somebody else’s name in it', { userHandle: 'c29tZWJvZHktZWxzZQ' }],
  ])('is refused with %s, in the same words as any other', async (_, otherwise) => {
    const { device } = await owner(face)
    expect((await knock(face, await device.get(await toEnter(face), { counter: 7 }))).status).toBe(200)
    const { status, body, cookie } = await knock(face, await device.get(await toEnter(face), { counter: 8, ...otherwise }))
    expect([status, body, cookie]).toEqual([401, { refused: 'passkey-failed', refusals: ['passkey-failed'] }, ''])
    expect((await knock(face, await device.get(await toEnter(face), { counter: 8 }))).status).toBe(200)
  })

  it('is not that of another, whoever signs in its name', async () => {
    const [mine, theirs] = [await owner(face), await owner(face, face.enterAnother)]
    const signedByMe = await mine.device.get(await toEnter(face))
    const inTheirName = { ...signedByMe, id: theirs.device.id, rawId: theirs.device.id }
    expect((await knock(face, inTheirName)).status).toBe(401)
    const again = await ask('POST', face.own, await mine.device.create(await toAdd(face, theirs.cookie)), theirs.cookie)
    expect([again.status, again.body.refused]).toEqual([409, 'passkey-not-added'])
    expect((await ask('DELETE', `${face.own}/${mine.device.id}`, undefined, theirs.cookie)).body.refused).toBe('passkey-not-found')
    expect((await ask('GET', face.own, undefined, theirs.cookie)).body.passkeys).toHaveLength(1)
  })

  it('signs in nobody when it is removed, though it had begun to', async () => {
    const { cookie, device } = await owner(face)
    const credential = await device.get(await toEnter(face))
    expect((await ask('DELETE', `${face.own}/${device.id}`, undefined, cookie)).status).toBe(201)
    expect((await knock(face, credential)).body).toEqual({ refused: 'passkey-failed', refusals: ['passkey-failed'] })
    expect((await ask('GET', face.own, undefined, cookie)).body.passkeys).toEqual([])
  })

  it('ends the sessions that it began when it is removed, and no others', async () => {
    const { cookie, device } = await owner(face)
    const other = await softwareAuthenticator(ORIGIN)
    await ask('POST', face.own, await other.create(await toAdd(face, cookie)), cookie)
    const begun = await knock(face, await device.get(await toEnter(face)))
    const byAnother = await knock(face, await other.get(await toEnter(face)))
    expect(await rows('SELECT count(*) AS n FROM passkey_sessions')).toEqual([{ n: 2 }])
    expect((await ask('DELETE', `${face.own}/${device.id}`, undefined, cookie)).status).toBe(201)
    expect(await Promise.all([begun.cookie, byAnother.cookie, cookie].map(isIn))).toEqual([false, true, true])
    expect(await rows('SELECT passkey_id FROM passkey_sessions')).toEqual([{ passkey_id: other.id }])
    // Whoever removes the passkey that let them in is not thrown out in the middle of it.
    expect((await ask('DELETE', `${face.own}/${other.id}`, undefined, byAnother.cookie)).status).toBe(201)
    expect(await isIn(byAnother.cookie)).toBe(true)
  })

  it('is refused as unknown ones are: the library tells nobody which exist', async () => {
    const { device } = await owner(face)
    const stranger = await softwareAuthenticator(ORIGIN)
    const told = async (by: SoftwareAuthenticator, otherwise: object) => {
      const { status, body } = await knock(face, await by.get(await toEnter(face), { userHandle: 'YQ', ...otherwise }))
      return [status, body]
    }
    expect(await told(stranger, {})).toEqual(await told(device, { verified: false }))
  })

  it('waits after five wrong tries in a row, and says until when', async () => {
    const { device } = await owner(face)
    for (let n = 0; n < 5; n += 1) expect((await knock(face, await device.get(await toEnter(face), { verified: false }))).status).toBe(401)
    const waits = await knock(face, await device.get(await toEnter(face)))
    expect([waits.status, waits.body]).toMatchObject([429, { refused: 'too-many-attempts', retryAt: '2026-11-23T05:01:00.000Z' }])
    later(1)
    expect((await knock(face, await device.get(await toEnter(face)))).status).toBe(200)
    expect((await knock(face, await device.get(await toEnter(face), { verified: false }))).status).toBe(401)
    expect((await knock(face, await device.get(await toEnter(face)))).status).toBe(200)
  })

  it('is added by whoever has just signed in, to their own account, once, and is in the journal', async () => {
    const cookie = await face.enter()
    const device = await softwareAuthenticator(ORIGIN)
    const options = await toAdd(face, cookie)
    expect(options).toMatchObject({
      rp: { id: 'bulaq.test' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
    const credential = await device.create(options)
    const another = await face.enterAnother()
    expect((await ask('POST', face.own, credential, another)).body.refused).toBe('passkey-not-added')
    const journalled = () => rows("SELECT deed, staff_id FROM journal WHERE deed LIKE 'passkey%' ORDER BY id")
    expect(await journalled()).toEqual([])
    const statuses = await Promise.all([1, 2, 3].map(async () => (await ask('POST', face.own, credential, cookie)).status))
    expect(statuses.sort()).toEqual([201, 409, 409])
    await ask('DELETE', `${face.own}/${device.id}`, undefined, cookie)
    const by = kind === 'staff' ? 1 : null
    expect(await journalled()).toEqual([
      { deed: 'passkey-added', staff_id: by },
      { deed: 'passkey-removed', staff_id: by },
    ])
    later(11)
    expect((await ask('POST', `${face.own}/challenge`, {}, cookie)).body.refused).toBe('sign-in-is-old')
  })

  it('is added once under one key, though the answer was lost on the way', async () => {
    const cookie = await face.enter()
    const credential = await (await softwareAuthenticator(ORIGIN)).create(await toAdd(face, cookie))
    const send = async () => {
      const response = await library.call('POST', face.own, credential, { cookie, 'idempotency-key': 'lost' })
      return [response.status, await response.json()]
    }
    expect(await send()).toEqual(await send())
  })

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another name', { rpId: 'evil.example' }],
    ['nobody verified', { verified: false }],
  ])('is not added with %s', async (_, otherwise) => {
    const cookie = await face.enter()
    const credential = await (await softwareAuthenticator(ORIGIN)).create(await toAdd(face, cookie), otherwise)
    expect((await ask('POST', face.own, credential, cookie)).body.refused).toBe('passkey-not-added')
    expect(await rows('SELECT * FROM passkeys')).toEqual([])
  })

  it('is refused, never a 500, when what comes is no credential at all', async () => {
    const cookie = await face.enter()
    const text = 'AAAA'
    const signed = {
      id: text,
      rawId: text,
      type: 'public-key',
      response: { clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text },
    }
    const created = { id: text, rawId: text, type: 'public-key', response: { clientDataJSON: text, attestationObject: text } }
    expect((await knock(face, signed)).status).toBe(401)
    expect((await ask('POST', face.own, created, cookie)).status).toBe(409)
    for (const body of [{}, { credential: null }, { credential: 'x' }, { credential: { ...signed, id: '../..' } }]) {
      expect((await ask('POST', `${face.door}/passkey`, body)).status).toBe(400)
    }
  })

  it('does not work at an address that the library was not configured with', async () => {
    library.bindings.ORIGINS = 'https://kitap.example.kz'
    const cookie = await face.enter()
    const answers = [await ask('POST', `${face.door}/passkey/challenge`, {}), await ask('POST', `${face.own}/challenge`, {}, cookie)]
    expect(answers.map(({ body }) => body.refused)).toEqual(['passkeys-do-not-work-here', 'passkeys-do-not-work-here'])
  })

  it('holds for its own door alone', async () => {
    const { device } = await owner(face)
    const other = kind === 'staff' ? FACES.reader : FACES.staff
    expect((await knock(other, await device.get(await toEnter(other)))).status).toBe(401)
    expect((await knock(other, await device.get(await toEnter(face)))).status).toBe(401)
  })
})

describe('who may not sign in', () => {
  it('does not with a passkey either: staff who have left', async () => {
    const { device } = await owner(FACES.staff)
    await library.client.execute("UPDATE staff SET left_at = '2026-11-23' WHERE login = 'aigerim'")
    expect((await knock(FACES.staff, await device.get(await toEnter(FACES.staff)))).status).toBe(401)
  })

  it('does not with a passkey either: a reader whose form was merged into another', async () => {
    const { device } = await owner(FACES.reader)
    await library.signIn('director')
    expect((await library.call('POST', '/api/readers/R2/merger', { card: 'R1' })).status).toBe(201)
    library.signOut()
    expect(await rows('SELECT * FROM passkeys')).toEqual([])
    expect((await knock(FACES.reader, await device.get(await toEnter(FACES.reader)))).status).toBe(401)
  })
})

describe('who is blocked from borrowing', () => {
  it('enters their own page all the same, as with the PIN: there they read why', async () => {
    const { device } = await owner(FACES.reader, () => withPin('BLOCKED'))
    expect((await knock(FACES.reader, await device.get(await toEnter(FACES.reader)))).body).toEqual({ card: 'BLOCKED' })
  })
})

describe('a library’s passkeys', () => {
  it('are kept without what could sign in their place', async () => {
    const { device, cookie } = await owner(FACES.staff)
    await knock(FACES.staff, await device.get(await toEnter(FACES.staff)))
    const kept = await rows('SELECT * FROM passkeys')
    expect(kept).toMatchObject([{ id: device.id, staff_id: 1, reader_id: null, counter: 1, device: 'Chrome, Linux' }])
    expect(JSON.stringify(kept)).not.toContain(cookie.split('=')[1])
  })

  it('are ten for each person at most', async () => {
    const cookie = await FACES.staff.enter()
    for (let n = 0; n < 10; n += 1) {
      const device = await softwareAuthenticator(ORIGIN)
      expect((await ask('POST', FACES.staff.own, await device.create(await toAdd(FACES.staff, cookie)), cookie)).status).toBe(201)
    }
    expect((await ask('POST', '/api/passkeys/challenge', {}, cookie)).body.refused).toBe('too-many-passkeys')
  })
})
