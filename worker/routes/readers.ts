import { Hono } from 'hono'
import { findReader } from '../../db/readers/reader.ts'
import { dayOf } from '../domain/calendar.ts'
import { forbid } from '../domain/staff/permissions.ts'
import { refused, refusedWith } from '../middleware/answer.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

export const readers = new Hono<Room>().get('/:card', async (c) => {
  const questions = { actor: await actorOf(c), found: findReader(c.req.param('card'), dayOf(c.var.now)) }
  const { actor, found } = await c.var.db.ask(questions)
  const forbidden = forbid(actor, 'see-readers')
  if (forbidden) return refused(c, forbidden)
  return found ? c.json(found) : refusedWith(c, 'reader-not-found')
})
