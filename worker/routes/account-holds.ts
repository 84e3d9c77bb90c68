import { Hono } from 'hono'
import * as z from 'zod'
import { holdRules } from '../../db/circulation/hold-rules.ts'
import { renewalFacts } from '../../db/circulation/lending-facts.ts'
import { listHolds } from '../../db/circulation/list-holds.ts'
import { placeHoldFacts } from '../../db/circulation/place-hold-facts.ts'
import { nameHold, recordCancelledHold, recordChangedHold, recordHold } from '../../db/circulation/record-hold.ts'
import { recordRenewal } from '../../db/circulation/record-loan.ts'
import { together } from '../../db/client.ts'
import { dayOf, isDay } from '../domain/calendar.ts'
import { cancelHold } from '../domain/circulation/holds/cancel-hold.ts'
import { changeHold } from '../domain/circulation/holds/change-hold.ts'
import type { HoldFacts } from '../domain/circulation/holds/hold.ts'
import { placeHold } from '../domain/circulation/holds/place-hold.ts'
import { renew } from '../domain/circulation/renew.ts'
import { refuse } from '../domain/refusal.ts'
import { valid } from '../middleware/answer.ts'
import { anyReader } from '../middleware/may.ts'
import { claimedCard, performForSelf } from '../middleware/reader-session.ts'
import type { Room } from '../ports.ts'

const number = z.number().int().positive()
const placed = z.object({ record: number, pickup: number })
const day = z.string().refine(isDay)
const changed = z.object({ suspended: z.boolean().optional(), wakesOn: day.nullable().optional(), pickup: number.optional() })
const one = z.object({ id: z.coerce.number().int().positive() })

/** Renewals and holds by the reader: the rules are the desk's, for what is the reader's own. */
export const accountHolds = new Hono<Room>()
  .post('/renewals', anyReader, valid('json', z.object({ copy: z.string().trim().min(1).max(64) })), (c) => {
    const { copy } = c.req.valid('json')
    const { now } = c.var
    return performForSelf(c, {
      request: { copy },
      facts: renewalFacts(copy, now),
      decide: (facts, { card }) =>
        facts.reader?.card === card ? renew(facts, dayOf(now), { at: 'home' }) : refuse('not-lent-to-this-reader'),
      record: (renewed) => recordRenewal(renewed, { staffId: null, branchId: renewed.branchId, now }),
      answer: ({ loan, dueOn, renewals, overdue }) => ({
        loan: { id: loan.id, dueOn, renewals },
        suspendedUntil: overdue?.suspendedUntil ?? null,
      }),
    })
  })
  .post('/holds', anyReader, valid('json', placed), (c) => {
    const { record, pickup: pickupBranchId } = c.req.valid('json')
    const { now } = c.var
    return performForSelf(c, {
      request: { record, pickup: pickupBranchId },
      facts: placeHoldFacts({ card: claimedCard(c), record, barcode: null, pickupBranchId }, now),
      decide: (facts) => placeHold(facts, { recordId: record, copyId: null, pickupBranchId, notBefore: null, notAfter: null }),
      record: (hold, _, key) => [...recordHold(hold, dayOf(now), { staffId: null, branchId: pickupBranchId, now }), nameHold(key, hold)],
      answer: ({ recordId, title, position }) => ({ hold: { recordId, title, pickupBranchId, position } }),
    })
  })
  .patch('/holds/:id', anyReader, valid('param', one), valid('json', changed), (c) => {
    const { pickup: pickupBranchId, ...change } = c.req.valid('json')
    const { now } = c.var
    const today = dayOf(now)
    return performForSelf(c, {
      request: c.req.valid('json'),
      facts: together({ hold: listHolds({ id: c.req.valid('param').id }, today), rules: holdRules(today) }),
      decide: ({ hold, rules }, reader) => changeHold(ownHold(hold, reader.id), { ...change, pickupBranchId }, rules),
      record: (hold) => recordChangedHold(hold, { staffId: null, branchId: hold.pickupBranchId, now }),
      answer: ({ hold, suspended, wakesOn, pickupBranchId: branch }) => ({
        hold: { id: hold.id, suspended, wakesOn, pickupBranchId: branch },
      }),
    })
  })
  .delete('/holds/:id', anyReader, valid('param', one), (c) => {
    const { now } = c.var
    return performForSelf(c, {
      request: {},
      facts: listHolds({ id: c.req.valid('param').id }, dayOf(now)),
      decide: (hold, reader) => cancelHold(ownHold(hold, reader.id), 'reader'),
      record: (cancel) => recordCancelledHold(cancel, null, { staffId: null, branchId: cancel.hold.pickupBranchId, now }),
      answer: ({ hold }) => ({ hold: { id: hold.id, state: 'cancelled' } }),
    })
  })

/** Somebody else's hold is as good as none. */
const ownHold = ([hold]: readonly HoldFacts[], readerId: number) => (hold?.reader.id === readerId ? hold : undefined)
