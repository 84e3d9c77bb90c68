import { Hono } from 'hono'
import * as z from 'zod'
import type { By } from '../../db/circulation/record-copy.ts'
import { type Question, together } from '../../db/client.ts'
import type { SignedInReader } from '../../db/readers/reader-session.ts'
import { isOpenChallenge, recordAnswered, recordChallenge } from '../../db/sign-in/passkey-challenges.ts'
import { ownPasskeys, type PasskeyOwner, recordPasskey, recordRemovedPasskey } from '../../db/sign-in/passkeys.ts'
import { refuse } from '../domain/refusal.ts'
import { addPasskey, forbidAnotherPasskey } from '../domain/sign-in/add-passkey.ts'
import { deviceOf } from '../domain/sign-in/device.ts'
import type { Actor } from '../domain/staff/permissions.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { type Plan, perform } from '../middleware/deed.ts'
import { anyReader, anyStaff } from '../middleware/may.ts'
import { base64url, relyingParty } from '../middleware/passkey.ts'
import { performForSelf, readerOf, readerSessionHash } from '../middleware/reader-session.ts'
import { actorOf, sessionHash } from '../middleware/session.ts'
import { askForNewPasskey, challengeIn, newPasskeyIn } from '../passkey.ts'
import type { Call, Room } from '../ports.ts'

/** What `PublicKeyCredential.toJSON()` gives of a new passkey, as far as it is looked at. */
const made = z
  .object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(40)).max(10).default([]),
    }),
  })
  .transform(({ response: { transports, ...response }, ...credential }) => ({
    credential: { ...credential, response, clientExtensionResults: {} },
    transports,
  }))
const one = z.object({ id: base64url })

/** Whose own passkeys these are. */
interface Face<Who> {
  owner: PasskeyOwner
  door: typeof anyStaff
  who(c: Call): Promise<Question<Who | undefined>>
  session(c: Call): Promise<string>
  account(who: Who): string
  by(who: Who): Omit<By, 'now'>
  perform<Facts, Decision extends object>(c: Call, plan: Plan<Facts, Decision, Who>): Promise<Response>
}

function passkeysOf<Who extends { id: number; name: string }>({ owner, door, who, session, account, by, perform }: Face<Who>) {
  const purposeOf = async (c: Call) => `add to ${owner} ${await session(c)}`
  return new Hono<Room>()
    .get('/', door, async (c) => {
      const { person, own } = await c.var.db.ask({ person: await who(c), own: ownPasskeys(owner, await session(c)) })
      return person ? c.json({ passkeys: own.passkeys }) : refusedWith(c, 'sign-in-required')
    })
    .post('/challenge', door, async (c) => {
      const { now } = c.var
      const { person, own } = await c.var.db.ask({ person: await who(c), own: ownPasskeys(owner, await session(c)) })
      if (!person) return refusedWith(c, 'sign-in-required')
      const party = relyingParty(c)
      if (!party) return refusedWith(c, 'passkeys-do-not-work-here')
      const forbidden = forbidAnotherPasskey({ startedAt: own.startedAt, owned: own.passkeys.length }, now)
      if (forbidden) return refused(c, forbidden)
      const known = own.passkeys.map(({ id }) => id)
      const publicKey = await askForNewPasskey(party, { owner, id: person.id, account: account(person), name: person.name, known })
      await c.var.db.record(recordChallenge(publicKey.challenge, await purposeOf(c), now))
      return c.json({ publicKey }, 201)
    })
    .post('/', door, valid('json', made), async (c) => {
      const { credential, transports } = c.req.valid('json')
      const { now } = c.var
      const challenge = await challengeIn(credential.response.clientDataJSON)
      const party = relyingParty(c)
      const passkey = party && (await newPasskeyIn(credential, challenge, party))
      const device = deviceOf(c.req.header('user-agent') ?? '')
      const lost = refuse('passkey-not-added')
      return perform(c, {
        request: credential,
        facts: together({ wasAsked: isOpenChallenge(challenge, await purposeOf(c), now), own: ownPasskeys(owner, await session(c)) }),
        decide: ({ wasAsked, own }) => addPasskey({ wasAsked, owned: own.passkeys.length }, passkey),
        record: (added, person) => [
          ...recordPasskey(owner, person.id, { ...added, transports }, device, { ...by(person), now }),
          recordAnswered(challenge, added.id, now),
        ],
        answer: ({ id }) => ({ passkey: { id, device } }),
        lostRaces: { 'passkeys.id': lost, 'passkey_answers.challenge': lost },
      })
    })
    .delete('/:id', door, valid('param', one), async (c) => {
      const { id } = c.req.valid('param')
      const { now } = c.var
      const hash = await session(c)
      return perform(c, {
        request: {},
        facts: ownPasskeys(owner, hash),
        decide: ({ passkeys }) => passkeys.find((each) => each.id === id) ?? refuse('passkey-not-found'),
        record: (_, person) => recordRemovedPasskey(owner, person.id, id, hash, { ...by(person), now }),
        answer: () => ({ removed: id }),
      })
    })
}

const ofStaff: Face<Actor> = {
  owner: 'staff',
  door: anyStaff,
  who: actorOf,
  session: sessionHash,
  account: ({ name }) => name,
  by: ({ id, branchId }) => ({ staffId: id, branchId }),
  perform,
}

const ofReaders: Face<SignedInReader> = {
  owner: 'reader',
  door: anyReader,
  who: readerOf,
  session: readerSessionHash,
  account: ({ card }) => card,
  by: () => ({ staffId: null, branchId: null }),
  perform: performForSelf,
}

export const passkeys = passkeysOf(ofStaff)
export const accountPasskeys = passkeysOf(ofReaders)
