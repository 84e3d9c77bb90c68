import { Hono } from 'hono'
import * as z from 'zod'
import { readerOfCard, standingFacts } from '../../db/circulation/standing.ts'
import { blockFacts, recordBlock, recordBlockLifted } from '../../db/readers/blocks.ts'
import { findReader } from '../../db/readers/reader.ts'
import { dayOf, isDay } from '../domain/calendar.ts'
import { blockReader, liftBlock } from '../domain/circulation/block-reader.ts'
import { forbid } from '../domain/staff/permissions.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const card = z.string().min(1).max(64)
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
    }
    const { actor, found, standing, blocks } = await c.var.db.ask(questions)
    const forbidden = forbid(actor, 'see-readers')
    if (forbidden) return refused(c, forbidden)
    if (!found) return refusedWith(c, 'reader-not-found')
    return c.json({ ...found, blocks: blocks.blocks, suspendedUntil: standing.suspendedUntil, debt: standing.debt })
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
  .delete('/:card/blocks/:id', valid('param', z.object({ card, id: z.coerce.number().int().positive() })), (c) => {
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
