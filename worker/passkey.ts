import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { NewPasskey, Passkey, PasskeyOwner } from '../db/sign-in/passkeys.ts'
import { CHALLENGE_LASTS_MS } from './domain/sign-in/add-passkey.ts'
import type { RelyingParty } from './domain/sign-in/relying-party.ts'
import { sha256 } from './sha256.ts'

/** Read by the few requests that are about passkeys: no other waits for it when an isolate starts. */
const library = () => import('@simplewebauthn/server')
const helpers = () => import('@simplewebauthn/server/helpers')

/** EdDSA, ES256, RS256 (COSE): what phones, laptops and keys sign with. */
const ALGORITHMS = [-8, -7, -257]
const TIMEOUT = CHALLENGE_LASTS_MS

/** A person as authenticators know them: says nothing of who it is, and is the same every time. */
const handleOf = (owner: PasskeyOwner, id: number) => sha256(`bulaq ${owner} ${id}`)

/** What `navigator.credentials.get` is given to sign somebody in whose name is not known yet. */
export async function askForPasskey({ id }: RelyingParty) {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({ rpID: id, userVerification: 'required', timeout: TIMEOUT })
}

export interface ForWhom {
  owner: PasskeyOwner
  id: number
  /** What they find it by among others, on their device. */
  account: string
  name: string
  /** The ids of those they have. */
  known: string[]
}

/** What `navigator.credentials.create` is given. */
export async function askForNewPasskey({ id: rpID }: RelyingParty, { owner, id, account, name, known }: ForWhom) {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpID,
    rpName: 'Bulaq',
    userName: account,
    userDisplayName: name,
    userID: new Uint8Array(new TextEncoder().encode(await handleOf(owner, id))),
    timeout: TIMEOUT,
    attestationType: 'none',
    excludeCredentials: known.map((each) => ({ id: each })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** Which challenge a browser says that it answers; empty when it says nothing that can be read. */
export async function challengeIn(clientDataJSON: string): Promise<string> {
  const { decodeClientDataJSON } = await helpers()
  try {
    return String(decodeClientDataJSON(clientDataJSON).challenge)
  } catch {
    return ''
  }
}

/** The passkey that a browser made, if it answers this challenge here and the person was verified. */
export async function newPasskeyIn(
  response: RegistrationResponseJSON,
  challenge: string,
  { id, origin }: RelyingParty,
): Promise<NewPasskey | undefined> {
  const [{ verifyRegistrationResponse }, { isoBase64URL }] = await Promise.all([library(), helpers()])
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id, supportedAlgorithmIDs: ALGORITHMS }
  const { registrationInfo } = await orUndefined(verifyRegistrationResponse({ response, ...expected }))
  if (!registrationInfo) return undefined
  const { credential } = registrationInfo
  const publicKey = isoBase64URL.fromBuffer(credential.publicKey)
  return { id: credential.id, publicKey, counter: credential.counter, transports: response.response.transports ?? [] }
}

/** The counter after this signature, if it is of this passkey and this person, answers this challenge here, and does not go back. */
export async function counterSigned(
  response: AuthenticationResponseJSON,
  challenge: string,
  { id, origin }: RelyingParty,
  passkey: Passkey,
  person: { owner: PasskeyOwner; id: number },
): Promise<number | undefined> {
  const [{ verifyAuthenticationResponse }, { isoBase64URL }] = await Promise.all([library(), helpers()])
  const handle = isoBase64URL.fromUTF8String(await handleOf(person.owner, person.id))
  if (response.response.userHandle !== handle) return undefined
  const credential = { id: passkey.id, publicKey: isoBase64URL.toBuffer(passkey.publicKey), counter: passkey.counter }
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true }
  const { verified, authenticationInfo } = await orUndefined(verifyAuthenticationResponse({ response, credential, ...expected }))
  return verified ? authenticationInfo?.newCounter : undefined
}

/** The library throws at whatever does not fit. */
async function orUndefined<Verified extends object>(verifying: Promise<Verified>): Promise<Partial<Verified>> {
  try {
    return await verifying
  } catch {
    return {}
  }
}
