import type { InStatement } from '@libsql/client/http'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import * as z from 'zod'
import { brokenLaw, type Question } from '../../db/client.ts'
import { forgetGuesses, guessesAt, recordFailedTry } from '../../db/sign-in/guesses.ts'
import { forgetChallenge, isOpenChallenge, recordAnswered, recordChallenge } from '../../db/sign-in/passkey-challenges.ts'
import { type Passkey, type PasskeyOwner, recordPasskeyUse } from '../../db/sign-in/passkeys.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { relyingPartyOf } from '../domain/sign-in/relying-party.ts'
import { askForPasskey, challengeIn, counterSigned } from '../passkey.ts'
import type { Call } from '../ports.ts'
import { refusedWith } from './answer.ts'
import { accountSubject, addressSubject, mustWait } from './guess.ts'

export const base64url = z
  .string()
  .min(1)
  .max(10_000)
  .regex(/^[\w-]+$/)

/** What `PublicKeyCredential.toJSON()` gives of a signature, as far as it is looked at. */
export const signature = z
  .object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url }),
  })
  .transform((credential) => ({ ...credential, clientExtensionResults: {} }))

export const relyingParty = (c: Call) => relyingPartyOf(c.req.url, c.env.ORIGINS)

const purposeOf = (owner: PasskeyOwner) => `sign in ${owner}`

/** The challenge of a sign-in: any passkey may answer it that the browser holds for this library, so no name is asked or told. */
export async function challengeToSignIn(c: Call, owner: PasskeyOwner): Promise<Response> {
  const party = relyingParty(c)
  if (!party) return refusedWith(c, 'passkeys-do-not-work-here')
  const publicKey = await askForPasskey(party)
  await c.var.db.record(recordChallenge(publicKey.challenge, purposeOf(owner), c.var.now))
  return c.json({ publicKey }, 201)
}

interface Entrance<Person> {
  owner: PasskeyOwner
  found: Question<{ passkey: Passkey; person: Person } | undefined>
  /** Begins the session, which ends when the passkey is removed. */
  start(person: Person, passkeyId: string): Promise<InStatement[]>
}

/**
 * Lets in whom a passkey signs for. Nobody guesses a signature, so a try is written down after it failed and not before: two
 * trips. Why it failed is not told.
 */
export async function enterWithPasskey<Person extends { id: number }>(
  c: Call,
  signed: AuthenticationResponseJSON,
  { owner, found, start }: Entrance<Person>,
): Promise<Person | Refusal> {
  const { db, now } = c.var
  const party = relyingParty(c)
  if (!party) return refuse('passkeys-do-not-work-here')
  const challenge = await challengeIn(signed.response.clientDataJSON)
  const [account, address] = [await accountSubject(`passkey ${signed.id}`), await addressSubject(c)]
  const isOpen = isOpenChallenge(challenge, purposeOf(owner), now)
  const known = await db.ask({ found, isOpen, account: guessesAt(account, now), address: guessesAt(address, now) })
  const wait = mustWait(c, known)
  if (wait) return wait
  const { passkey, person } = known.found ?? {}
  const counter =
    known.isOpen && passkey && person ? await counterSigned(signed, challenge, party, passkey, { owner, id: person.id }) : undefined
  if (counter === undefined || !passkey || !person) {
    await db.record([forgetChallenge(challenge), ...recordFailedTry([account, address], now)])
    return refuse('passkey-failed')
  }
  const used = [recordAnswered(challenge, passkey.id, now), recordPasskeyUse(passkey, counter, now), forgetGuesses(account)]
  try {
    await db.record([...used, ...(await start(person, passkey.id))])
  } catch (error) {
    if (brokenLaw(error) === undefined) throw error
    c.header('Set-Cookie', undefined)
    return refuse('passkey-failed')
  }
  return person
}
