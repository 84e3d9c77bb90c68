import { Hono } from 'hono'
import * as z from 'zod'
import { listHoldShelf, pullListFacts, queuedForBranch } from '../../db/circulation/hold-lists.ts'
import { holdRules } from '../../db/circulation/hold-rules.ts'
import { listHolds } from '../../db/circulation/list-holds.ts'
import { placeHoldFacts } from '../../db/circulation/place-hold-facts.ts'
import { nameHold, recordCancelledHold, recordChangedHold, recordHold } from '../../db/circulation/record-hold.ts'
import { together } from '../../db/client.ts'
import { dayOf, isDay } from '../domain/calendar.ts'
import { cancelHold } from '../domain/circulation/holds/cancel-hold.ts'
import { changeHold } from '../domain/circulation/holds/change-hold.ts'
import { type NewHold, placeHold } from '../domain/circulation/holds/place-hold.ts'
import { pullList } from '../domain/circulation/holds/pull-list.ts'
import { rerouteHolds } from '../domain/circulation/holds/reroute-holds.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const scanned = z.string().trim().min(1).max(64)
const number = z.coerce.number().int().positive()
const day = z.string().refine(isDay)

const placed = z
  .object({
    reader: scanned,
    record: z.number().int().positive().optional(),
    copy: scanned.optional(),
    pickup: z.number().int().positive(),
    notBefore: day.optional(),
    notAfter: day.optional(),
  })
  .refine(({ record, copy }) => (record === undefined) !== (copy === undefined), { path: ['record'] })
const asked = z.union([z.object({ reader: scanned }), z.object({ record: number })])
const changed = z.object({
  suspended: z.boolean().optional(),
  wakesOn: day.nullable().optional(),
  pickup: z.number().int().positive().optional(),
  notAfter: day.nullable().optional(),
})
const cancelled = z.object({ reason: z.string().trim().max(200).optional() })
const rerouted = z.object({ from: z.number().int().positive(), to: z.number().int().positive() })
const here = z.object({ branch: number })
const one = z.object({ id: number })

export const holds = new Hono<Room>()
  .post('/', may('place-holds'), valid('json', placed), (c) => {
    const {
      reader: card,
      record = null,
      copy: barcode = null,
      pickup: pickupBranchId,
      notBefore = null,
      notAfter = null,
    } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: c.req.valid('json'),
      facts: placeHoldFacts({ card, record, barcode, pickupBranchId }, now),
      decide: (facts) => {
        const copyId = barcode === null ? null : (facts.copies[0]?.id ?? null)
        return placeHold(facts, { recordId: facts.record?.id ?? 0, copyId, pickupBranchId, notBefore, notAfter })
      },
      record: (hold, { id, branchId }, key) => [
        ...recordHold(hold, dayOf(now), { staffId: id, branchId: branchId ?? pickupBranchId, now }),
        nameHold(key, hold),
      ],
      answer: (hold) => ({ hold: shown(hold) }),
    })
  })
  .post('/reroute', may('override'), valid('json', rerouted), (c) => {
    const { from, to } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId: from,
      request: { from, to },
      facts: together({ holds: queuedForBranch(from), rules: holdRules(dayOf(now)) }),
      decide: ({ holds, rules }) => rerouteHolds(holds, from, to, rules),
      record: (done, { id }) => done.holds.flatMap((hold) => recordChangedHold(hold, { staffId: id, branchId: from, now })),
      answer: (done) => ({ rerouted: done.holds.length }),
    })
  })
  .get('/', may('see-readers'), valid('query', asked), async (c) => {
    const query = c.req.valid('query')
    const whose = 'reader' in query ? { card: query.reader } : { record: query.record }
    const { actor, holds } = await c.var.db.ask({ actor: await actorOf(c), holds: listHolds(whose, dayOf(c.var.now)) })
    const forbidden = forbidHere(c, actor)
    return forbidden ? refused(c, forbidden) : c.json({ holds })
  })
  .get('/pull-list', may('take-back'), valid('query', here), async (c) => {
    const { branch } = c.req.valid('query')
    const questions = { actor: await actorOf(c), facts: pullListFacts(branch), rules: holdRules(dayOf(c.var.now)) }
    const { actor, facts, rules } = await c.var.db.ask(questions)
    const forbidden = forbidHere(c, actor, branch)
    if (forbidden) return refused(c, forbidden)
    const { pulls, skips } = pullList(facts.holds, facts.copies, rules)
    const ours = pulls.filter(({ copy }) => copy.holdingBranchId === branch)
    return c.json({ pulls: ours.map((pull) => ({ ...pull, title: facts.titles.get(pull.hold.recordId) ?? '' })), skips })
  })
  .get('/shelf', may('take-back'), valid('query', here), async (c) => {
    const { branch } = c.req.valid('query')
    const { actor, shelf } = await c.var.db.ask({ actor: await actorOf(c), shelf: listHoldShelf(branch) })
    const forbidden = forbidHere(c, actor, branch)
    return forbidden ? refused(c, forbidden) : c.json({ shelf })
  })
  .patch('/:id', may('place-holds'), valid('param', one), valid('json', changed), (c) => {
    const { pickup: pickupBranchId, ...change } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: c.req.valid('json'),
      facts: oneHold(c.req.valid('param').id, now),
      decide: ({ hold, rules }) => changeHold(hold[0], { ...change, pickupBranchId }, rules),
      record: (hold, { id, branchId }) => recordChangedHold(hold, { staffId: id, branchId: branchId ?? hold.pickupBranchId, now }),
      answer: ({ hold, suspended, wakesOn, pickupBranchId: branch, notAfter }) => ({
        hold: { id: hold.id, position: hold.position, suspended, wakesOn, pickupBranchId: branch, notAfter },
      }),
    })
  })
  .delete('/:id', may('place-holds'), valid('param', one), valid('query', cancelled), (c) => {
    const { reason = null } = c.req.valid('query')
    const { now } = c.var
    return perform(c, {
      request: { reason },
      facts: oneHold(c.req.valid('param').id, now),
      decide: ({ hold }) => cancelHold(hold[0], 'staff'),
      record: (cancel, { id, branchId }) =>
        recordCancelledHold(cancel, reason, { staffId: id, branchId: branchId ?? cancel.hold.pickupBranchId, now }),
      answer: ({ hold, leavesCopy }) => ({ hold: { id: hold.id, state: 'cancelled' }, scanCopy: leavesCopy }),
    })
  })

const oneHold = (id: number, now: Date) => together({ hold: listHolds({ id }, dayOf(now)), rules: holdRules(dayOf(now)) })

function shown({ recordId, copyId, reader, pickupBranchId, notBefore, notAfter, title, position }: NewHold) {
  return { recordId, copyId, title, reader: { card: reader.card, name: reader.name }, pickupBranchId, notBefore, notAfter, position }
}
