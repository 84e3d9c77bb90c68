import { Hono } from 'hono'
import * as z from 'zod'
import { readerOfCard, standingFacts } from '../../db/circulation/standing.ts'
import { blockFacts, recordBlock, recordBlockLifted } from '../../db/readers/blocks.ts'
import { chargeFacts, recordSettled } from '../../db/readers/charges.ts'
import { contactFacts, recordContact } from '../../db/readers/contact.ts'
import { findReader } from '../../db/readers/reader.ts'
import { dayOf, isDay } from '../domain/calendar.ts'
import { blockReader, liftBlock } from '../domain/circulation/block-reader.ts'
import { SETTLEMENTS, settleCharge } from '../domain/circulation/settle-charge.ts'
import { changeReader } from '../domain/readers/change-reader.ts'
import { forbid } from '../domain/staff/permissions.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const card = z.string().min(1).max(64)
const one = z.object({ card, id: z.coerce.number().int().positive() })
const settled = z.object({ as: z.enum(SETTLEMENTS) })
const block = z.object({ reason: z.string().trim().min(1).max(200), until: z.string().refine(isDay).optional() })
const contact = z.object({
  email: z.email().max(254).nullable().optional(),
  phone: z.string().trim().min(5).max(40).nullable().optional(),
  language: z.enum(['kk', 'ru']).optional(),
  keepsHistory: z.boolean().optional(),
})

export const readers = new Hono<Room>()
  .get('/:card', async (c) => {
    const wanted = c.req.param('card')
    const today = dayOf(c.var.now)
    const questions = {
      actor: await actorOf(c),
      found: findReader(wanted, today),
      standing: standingFacts(readerOfCard(wanted), today),
      blocks: blockFacts(wanted, today),
      owed: chargeFacts(wanted),
      contact: contactFacts(wanted),
    }
    const { actor, found, standing, blocks, owed, contact } = await c.var.db.ask(questions)
    const forbidden = forbid(actor, 'see-readers')
    if (forbidden) return refused(c, forbidden)
    if (!found) return refusedWith(c, 'reader-not-found')
    const { suspendedUntil, debt } = standing
    const { email = null, phone = null, language = 'kk', keepsHistory = false } = contact ?? {}
    return c.json({
      ...found,
      contact: { email, phone, language, keepsHistory },
      blocks: blocks.blocks,
      suspendedUntil,
      debt,
      charges: owed.charges,
    })
  })
  .patch('/:card', valid('param', z.object({ card })), valid('json', contact), (c) => {
    const change = c.req.valid('json')
    return perform(c, {
      deed: 'lend',
      request: change,
      facts: contactFacts(c.req.valid('param').card),
      decide: (reader) => changeReader(reader, change),
      record: (reader, { id: staffId, branchId }) => recordContact(reader, { staffId, branchId, now: c.var.now }),
      answer: ({ id: _, ...kept }) => ({ contact: kept }),
    })
  })
  .post('/:card/blocks', valid('param', z.object({ card })), valid('json', block), (c) => {
    const { reason, until = null } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      deed: 'block-readers',
      request: { reason, until },
      facts: blockFacts(c.req.valid('param').card, dayOf(now)),
      decide: (facts) => blockReader(facts, { reason, until }, dayOf(now)),
      record: (made, { id: staffId, branchId }) => recordBlock(made, { staffId, branchId, now }),
      answer: () => ({ block: { kind: 'by-hand', reason, until } }),
    })
  })
  .delete('/:card/blocks/:id', valid('param', one), (c) => {
    const { card: wanted, id } = c.req.valid('param')
    const { now } = c.var
    return perform(c, {
      deed: 'block-readers',
      request: { id },
      facts: blockFacts(wanted, dayOf(now)),
      decide: (facts) => liftBlock(facts, id),
      record: (lifted, { id: staffId, branchId }) => recordBlockLifted(lifted, { staffId, branchId, now }),
      answer: (lifted) => ({ lifted }),
    })
  })
  .post('/:card/charges/:id/settlement', valid('param', one), valid('json', settled), (c) => {
    const { card: wanted, id } = c.req.valid('param')
    const { as } = c.req.valid('json')
    return perform(c, {
      deed: 'lend',
      request: { as },
      facts: chargeFacts(wanted),
      decide: (facts, actor) => settleCharge(facts, id, as, actor),
      record: (charge, { id: staffId, branchId }) => recordSettled(charge, as, { staffId, branchId, now: c.var.now }),
      answer: (charge) => ({ settled: { ...charge, as } }),
    })
  })
