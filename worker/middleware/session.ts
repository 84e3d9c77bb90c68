import { getCookie } from 'hono/cookie'
import type { Question } from '../../db/client.ts'
import { sessionActor } from '../../db/staff/session.ts'
import type { Actor } from '../domain/staff/permissions.ts'
import type { Call } from '../ports.ts'
import { sha256 } from '../sha256.ts'

export const COOKIE = 'bulaq'

/** Only this hash of a session's token is ever stored. */
export const tokenHash = (token: string): Promise<string> => sha256(token)

export const sessionHash = (c: Call): Promise<string> => tokenHash(getCookie(c, COOKIE, 'host') ?? '')

/** Asks who is signed in; goes into the same batch as the facts of the deed. */
export async function actorOf(c: Call): Promise<Question<Actor | undefined>> {
  return sessionActor(await sessionHash(c), c.var.now)
}
