import { Hono } from 'hono'
import * as z from 'zod'
import { readerOfCard, standingFacts } from '../../db/circulation/standing.ts'
import { blockFacts, recordBlock, recordBlockLifted } from '../../db/readers/blocks.ts'
import { chargeFacts, recordSettled } from '../../db/readers/charges.ts'
import { findReader } from '../../db/readers/reader.ts'
import { dayOf, isDay } from '../domain/calendar.ts'
import { blockReader, liftBlock } from '../domain/circulation/block-reader.ts'
import { SETTLEMENTS, settleCharge } from '../domain/circulation/settle-charge.ts'
import { forbid } from '../domain/staff/permissions.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const card = z.string().min(1).max(64)
const one = z.object({ card, id: z.coerce.number().int().positive() })
const settled = z.object({ as: z.enum(SETTLEMENTS) })
const block = z.object({ reason: z.string().trim().min(1).max(200), until: z.string().refine(isDay).optional() })

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
    }
    const { actor, found, standing, blocks, owed } = await c.var.db.ask(questions)
    const forbidden = forbid(actor, 'see-readers')
    if (forbidden) return refused(c, forbidden)
    if (!found) return refusedWith(c, 'reader-not-found')
    const { suspendedUntil, debt } = standing
    return c.json({ ...found, blocks: blocks.blocks, suspendedUntil, debt, charges: owed.charges })
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
