import type { InStatement } from '@libsql/client/http'
import { getCookie, setCookie } from 'hono/cookie'
import type { Question } from '../../db/client.ts'
import { recordPasskeySession } from '../../db/sign-in/passkeys.ts'
import { recordSession, recordSignOut, recordUse, sessionOf } from '../../db/staff/session.ts'
import { deviceOf } from '../domain/sign-in/device.ts'
import { WORKING_DAY_MS } from '../domain/sign-in/session-time.ts'
import type { Actor } from '../domain/staff/permissions.ts'
import { hex } from '../hex.ts'
import type { Call } from '../ports.ts'
import { sha256 } from '../sha256.ts'

export const COOKIE = 'bulaq'

/** Only this hash of a session's token is ever stored. */
export const tokenHash = (token: string): Promise<string> => sha256(token)

export const sessionHash = (c: Call): Promise<string> => tokenHash(getCookie(c, COOKIE, 'host') ?? '')

/** Asks who is signed in; goes into the same batch as the facts of the deed. A use is written down after the answer. */
export async function actorOf(c: Call): Promise<Question<Actor | undefined>> {
  const { now, db } = c.var
  const hash = await sessionHash(c)
  const session = sessionOf(hash, now)
  let noted = false
  return {
    statements: session.statements,
    read: (results) => {
      const found = session.read(results)
      if (found?.worthNoting && !noted) c.executionCtx.waitUntil(db.record([recordUse(hash, now)]).catch(() => undefined))
      noted = true
      return found?.actor
    },
  }
}

/** A new session, and the end of the one that the browser had: what somebody planted there is worth nothing afterwards. */
export async function startSession(c: Call, staffId: number, passkeyId?: string): Promise<InStatement[]> {
  const { now } = c.var
  const token = hex(crypto.getRandomValues(new Uint8Array(32)))
  const maxAge = WORKING_DAY_MS / 1000
  setCookie(c, COOKIE, token, { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Lax', path: '/', maxAge })
  const expires = new Date(now.getTime() + WORKING_DAY_MS)
  const device = deviceOf(c.req.header('user-agent') ?? '')
  const hash = await tokenHash(token)
  const byPasskey = passkeyId === undefined ? [] : [recordPasskeySession(hash, passkeyId)]
  return [recordSignOut(await sessionHash(c)), ...recordSession({ tokenHash: hash, staffId, device, expires }, now), ...byPasskey]
}
