import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import * as z from 'zod'
import { passkeyOf } from '../../db/sign-in/passkeys.ts'
import { actorOf as actorIn, recordSignOut, staffByLogin } from '../../db/staff/session.ts'
import { recordOwnPassword } from '../../db/staff/sessions.ts'
import { isRefusal } from '../domain/refusal.ts'
import { PASSWORD_LENGTH } from '../domain/staff/choose-password.ts'
import { enterWith } from '../domain/staff/first-password.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { guess } from '../middleware/guess.ts'
import { anybody, anyStaff } from '../middleware/may.ts'
import { challengeToSignIn, enterWithPasskey, signature } from '../middleware/passkey.ts'
import { actorOf, COOKIE, sessionHash, startSession } from '../middleware/session.ts'
import { hashPassword, NOBODY, passwordMatches } from '../password.ts'
import type { Room } from '../ports.ts'

const password = z.string().min(1).max(PASSWORD_LENGTH.most)
/** `next` is chosen by whoever has a password that another gave them. */
const credentials = z.object({ login: z.string().min(1).max(100), password, next: password.optional() })

export const session = new Hono<Room>()
  .post('/', anybody, valid('json', credentials), async (c) => {
    const { login, password, next } = c.req.valid('json')
    const outcome = await guess(c, `staff ${login.toLowerCase()}`, staffByLogin(login), async (staff) => {
      const matches = await passwordMatches(password, staff?.password ?? NOBODY, c.env.PASSWORD_PEPPER)
      return staff !== undefined && matches
    })
    if (isRefusal(outcome)) return refused(c, outcome)
    const { facts: staff, forget } = outcome
    if (!staff) return refusedWith(c, 'sign-in-failed')
    const { now, db } = c.var
    const { actor, passwordGivenAt: givenAt } = staff
    const entered = enterWith({ login, password, givenAt, next }, now)
    if (isRefusal(entered)) {
      await db.record(forget)
      return refused(c, entered)
    }
    const by = { staffId: actor.id, branchId: actor.branchId, now }
    const hashed = entered.chosen === undefined ? undefined : await hashPassword(entered.chosen, c.env.PASSWORD_PEPPER)
    const chosen = hashed === undefined ? [] : recordOwnPassword(hashed, '', by)
    await db.record([...forget, ...chosen, ...(await startSession(c, actor.id))])
    return c.json({ staff: actor })
  })
  .post('/passkey/challenge', anybody, (c) => challengeToSignIn(c, 'staff'))
  .post('/passkey', anybody, valid('json', z.object({ credential: signature })), async (c) => {
    const { credential } = c.req.valid('json')
    const staff = await enterWithPasskey(c, credential, {
      owner: 'staff',
      found: passkeyOf('staff', credential.id, actorIn),
      start: ({ id }, passkeyId) => startSession(c, id, passkeyId),
    })
    return isRefusal(staff) ? refused(c, staff) : c.json({ staff })
  })
  .get('/', anyStaff, async (c) => {
    const { staff } = await c.var.db.ask({ staff: await actorOf(c) })
    return staff ? c.json({ staff }) : refusedWith(c, 'sign-in-required')
  })
  .delete('/', anybody, async (c) => {
    await c.var.db.record([recordSignOut(await sessionHash(c))])
    deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' })
    return c.body(null, 204)
  })
