import type { InStatement } from '@libsql/client/http'
import { getCookie, setCookie } from 'hono/cookie'
import type { Question } from '../../db/client.ts'
import { readerSession, recordReaderSession, recordReaderSignOut, type SignedInReader } from '../../db/readers/reader-session.ts'
import { recordPasskeySession } from '../../db/sign-in/passkeys.ts'
import { refuse } from '../domain/refusal.ts'
import { hex } from '../hex.ts'
import type { Call } from '../ports.ts'
import { sha256 } from '../sha256.ts'
import { carryOut, type Plan } from './deed.ts'

export const READER_COOKIE = 'bulaq-reader'
export const READER_COOKIE_PLACE = { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' } as const

const HOUR_MS = 3_600_000
/** At a machine that others use too. */
const SHORT_MS = 2 * HOUR_MS
const ON_OWN_DEVICE_MS = 30 * 24 * HOUR_MS

const cookieOf = (c: Call) => getCookie(c, READER_COOKIE, 'host') ?? ''

/** Only this hash of what the cookie holds is ever stored. */
export const readerSessionHash = (c: Call): Promise<string> => sha256(cookieOf(c))

/** The card of whoever asks, by their own word: facts asked with it are worth nothing until `readerOf` has found them. */
export const claimedCard = (c: Call): string => cookieOf(c).slice(65)

/** Asks which reader is signed in; goes into the same batch as the facts. */
export async function readerOf(c: Call): Promise<Question<SignedInReader | undefined>> {
  return readerSession(await readerSessionHash(c), claimedCard(c), c.var.now)
}

/** A new session, and the end of the one that the browser had. */
export async function startReaderSession(
  c: Call,
  reader: { id: number; card: string },
  ownDevice: boolean,
  passkeyId?: string,
): Promise<InStatement[]> {
  const { now } = c.var
  const content = `${hex(crypto.getRandomValues(new Uint8Array(32)))}.${reader.card}`
  const lasts = ownDevice ? ON_OWN_DEVICE_MS : SHORT_MS
  setCookie(c, READER_COOKIE, content, { ...READER_COOKIE_PLACE, ...(ownDevice ? { maxAge: lasts / 1000 } : {}) })
  const hash = await sha256(content)
  const begun = recordReaderSession(hash, reader.id, now, new Date(now.getTime() + lasts))
  const byPasskey = passkeyId === undefined ? [] : [recordPasskeySession(hash, passkeyId)]
  return [recordReaderSignOut(await readerSessionHash(c)), ...begun, ...byPasskey]
}

/** What a reader does for themselves: the same walk as a deed of the staff. */
export async function performForSelf<Facts, Decision extends object>(
  c: Call,
  plan: Plan<Facts, Decision, SignedInReader>,
): Promise<Response> {
  const who = await readerOf(c)
  return carryOut(
    c,
    { who, forbid: (reader) => (reader ? undefined : refuse('sign-in-required')), name: ({ id }) => `reader ${id} ` },
    plan,
  )
}
