import { Hono } from 'hono'
import * as z from 'zod'
import { together } from '../../db/client.ts'
import {
  recordAddedStaff,
  recordChangedStaff,
  recordGivenPassword,
  recordLeftStaff,
  recordReturnedStaff,
} from '../../db/staff/record-staff.ts'
import { type By, findSessionOf, listSessionsOf, recordEndedSession, recordEndedSessions } from '../../db/staff/sessions.ts'
import { branchExists, findStaff, listStaff, loginIsTaken, staffChanges, staffFacts } from '../../db/staff/staff-list.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { addStaff } from '../domain/staff/add-staff.ts'
import { changeStaff } from '../domain/staff/change-staff.ts'
import { PASSWORD_LENGTH } from '../domain/staff/choose-password.ts'
import { endSessions } from '../domain/staff/end-sessions.ts'
import { givePassword } from '../domain/staff/give-password.ts'
import { leaveStaff } from '../domain/staff/leave-staff.ts'
import { type Actor, ROLES } from '../domain/staff/permissions.ts'
import { returnToStaff } from '../domain/staff/return-to-staff.ts'
import { LOGIN, type StaffChange, type StaffFacts } from '../domain/staff/staff-member.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { type DeedPlan, perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import { hashPassword } from '../password.ts'
import type { Call, Room } from '../ports.ts'

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const one = z.object({ id })
const session = z.object({ id, session: z.string().regex(/^[0-9a-f]{16}$/) })
const post = { name: z.string().trim().min(1).max(200), role: z.enum(ROLES), branchId: id.nullable() }
const changed = z.object(post)
const password = z.string().min(1).max(PASSWORD_LENGTH.most)
const given = z.object({ password })
const added = z.object({ ...post, login: z.string().trim().toLowerCase().regex(LOGIN), password })

/** Who works here, and how that changes. */
export const staff = new Hono<Room>()
  .get('/', may('manage-staff'), async (c) => {
    const { actor, listed } = await c.var.db.ask({ actor: await actorOf(c), listed: listStaff() })
    const forbidden = forbidHere(c, actor)
    return forbidden ? refused(c, forbidden) : c.json({ staff: listed })
  })
  .post('/', may('manage-staff'), valid('json', added), async (c) => {
    const { password, ...somebody } = c.req.valid('json')
    const hashed = await hashPassword(password, c.env.PASSWORD_PEPPER)
    return perform(c, {
      request: somebody,
      facts: together({ isTaken: loginIsTaken(somebody.login), branchExists: branchExists(somebody.branchId), changes: staffChanges() }),
      decide: (facts) => addStaff(facts, { ...somebody, password }),
      record: ({ number }, by) => recordAddedStaff({ ...somebody, password: hashed, number }, signed(c, by)),
      answer: () => ({ added: somebody.login }),
      lostRaces: { 'staff.login': refuse('login-is-taken') },
    })
  })
  .put('/:id', may('manage-staff'), valid('param', one), valid('json', changed), async (c) => {
    const next = c.req.valid('json')
    const facts = together({ staff: staffFacts(c.req.valid('param').id), branchExists: branchExists(next.branchId) })
    return perform(c, {
      request: next,
      facts,
      decide: ({ staff, branchExists }, by) => changeStaff({ ...staff, branchExists }, next, by),
      record: (change, by) => recordChangedStaff(change, next, signed(c, by)),
      answer: ({ member }) => ({ changed: member.id }),
    })
  })
  .post('/:id/departures', may('manage-staff'), valid('param', one), (c) =>
    changeOne(c, { id: c.req.valid('param').id, decide: leaveStaff, record: recordLeftStaff }),
  )
  .post('/:id/returns', may('manage-staff'), valid('param', one), valid('json', given), async (c) => {
    const { password } = c.req.valid('json')
    const hashed = await hashPassword(password, c.env.PASSWORD_PEPPER)
    return changeOne(c, {
      id: c.req.valid('param').id,
      decide: (facts) => returnToStaff(facts, password),
      record: (change, by) => recordReturnedStaff(change, hashed, by),
    })
  })
  .put('/:id/password', may('manage-staff'), valid('param', one), valid('json', given), async (c) => {
    const { password } = c.req.valid('json')
    const hashed = await hashPassword(password, c.env.PASSWORD_PEPPER)
    return changeOne(c, {
      id: c.req.valid('param').id,
      decide: (facts, by) => givePassword(facts, password, by),
      record: (change, by) => recordGivenPassword(change, hashed, by),
    })
  })
  .get('/:id/sessions', may('manage-staff'), valid('param', one), async (c) => {
    const { id } = c.req.valid('param')
    const asked = { actor: await actorOf(c), member: findStaff(id), sessions: listSessionsOf(id, c.var.now) }
    const { actor, member, sessions } = await c.var.db.ask(asked)
    const forbidden = forbidHere(c, actor)
    if (forbidden) return refused(c, forbidden)
    return member ? c.json({ sessions }) : refusedWith(c, 'staff-not-found')
  })
  .delete('/:id/sessions', may('manage-staff'), valid('param', one), (c) =>
    perform(c, {
      request: {},
      facts: together({ member: findStaff(c.req.valid('param').id) }),
      decide: ({ member }, by) => endSessions(member, by),
      record: (member, by) => recordEndedSessions(member, '', signed(c, by)),
      answer: () => ({ ended: 'all' }),
    }),
  )
  .delete('/:id/sessions/:session', may('manage-staff'), valid('param', session), async (c) => {
    const { id, session } = c.req.valid('param')
    return perform(c, {
      request: {},
      facts: together({ member: findStaff(id), found: findSessionOf(id, session, c.var.now) }),
      decide: ({ member, found }, by) => {
        const owner = endSessions(member, by)
        if (isRefusal(owner)) return owner
        return found ? { owner, found } : refuse('session-not-found')
      },
      record: ({ owner, found }, by) => recordEndedSession(owner, found, signed(c, by)),
      answer: () => ({ ended: session }),
    })
  })

const signed = (c: Call, { id, branchId }: Actor): By => ({ staffId: id, branchId, now: c.var.now })

interface OneChange {
  id: number
  decide(facts: StaffFacts, by: Actor): StaffChange | Refusal
  record(change: StaffChange, by: By): ReturnType<DeedPlan<StaffFacts, StaffChange>['record']>
}

/** Passwords are no part of what a key stands for: they are kept nowhere as they were sent. */
function changeOne(c: Call, { id, decide, record }: OneChange): Promise<Response> {
  return perform(c, {
    request: {},
    facts: staffFacts(id),
    decide,
    record: (change, by) => record(change, signed(c, by)),
    answer: ({ member }) => ({ changed: member.id }),
  })
}
