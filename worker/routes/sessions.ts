import { Hono } from 'hono'
import * as z from 'zod'
import { together } from '../../db/client.ts'
import { passwordOf } from '../../db/staff/session.ts'
import {
  findOwnSession,
  listOwnSessions,
  recordEndedSession,
  recordEndedSessions,
  recordOwnPassword,
  sessionId,
} from '../../db/staff/sessions.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { choosePassword, PASSWORD_LENGTH } from '../domain/staff/choose-password.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { guess } from '../middleware/guess.ts'
import { anyStaff } from '../middleware/may.ts'
import { actorOf, sessionHash } from '../middleware/session.ts'
import { hashPassword, passwordMatches } from '../password.ts'
import type { Room } from '../ports.ts'

const one = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) })
const password = z.string().min(1).max(PASSWORD_LENGTH.most)

/** Where whoever asks is signed in, and how they end it. */
export const sessions = new Hono<Room>()
  .get('/', anyStaff, async (c) => {
    const hash = await sessionHash(c)
    const { actor, own } = await c.var.db.ask({ actor: await actorOf(c), own: listOwnSessions(hash, c.var.now) })
    if (!actor) return refusedWith(c, 'sign-in-required')
    return c.json({ sessions: own.map((each) => ({ ...each, isThis: each.id === sessionId(hash) })) })
  })
  .delete('/:id', anyStaff, valid('param', one), async (c) => {
    const { id } = c.req.valid('param')
    const { now } = c.var
    return perform(c, {
      request: { id },
      facts: findOwnSession(await sessionHash(c), id, now),
      decide: (found) => found ?? refuse('session-not-found'),
      record: (found, { id: staffId, branchId }) => recordEndedSession({ id: staffId }, found, { staffId, branchId, now }),
      answer: () => ({ ended: id }),
    })
  })
  .delete('/', anyStaff, async (c) => {
    const hash = await sessionHash(c)
    const { now } = c.var
    return perform(c, {
      request: {},
      facts: together({}),
      decide: () => ({}),
      record: (_, { id: staffId, branchId }) => recordEndedSessions({ id: staffId }, hash, { staffId, branchId, now }),
      answer: () => ({ ended: 'others' }),
    })
  })
  .put('/password', anyStaff, valid('json', z.object({ present: password, next: password })), async (c) => {
    const { present, next } = c.req.valid('json')
    const { now, db } = c.var
    const { PASSWORD_PEPPER: pepper } = c.env
    const { actor } = await db.ask({ actor: await actorOf(c) })
    if (!actor) return refusedWith(c, 'sign-in-required')
    const { login } = actor
    const { stored } = await db.ask({ stored: passwordOf(actor.id) })
    if (stored === undefined) return refusedWith(c, 'sign-in-required')
    const easy = choosePassword(login, next)
    if (easy) return refused(c, easy)
    // Sent again after its answer was lost: it is the password already.
    const isRight = async () => (await passwordMatches(present, stored, pepper)) || (await passwordMatches(next, stored, pepper))
    const outcome = await guess(c, `staff ${login.toLowerCase()}`, together({}), isRight)
    if (isRefusal(outcome)) return outcome.refusals[0] === 'sign-in-failed' ? refusedWith(c, 'password-is-wrong') : refused(c, outcome)
    const by = { staffId: actor.id, branchId: actor.branchId, now }
    await db.record([...outcome.forget, ...recordOwnPassword(await hashPassword(next, pepper), await sessionHash(c), by)])
    return c.json({ changed: true })
  })
