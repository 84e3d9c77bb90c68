import { Hono } from 'hono'
import { lastCheck } from '../../db/integrity/integrity.ts'
import { forbid } from '../domain/staff/permissions.ts'
import { refused } from '../middleware/answer.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

/** What the last nightly check of the database found. */
export const integrity = new Hono<Room>().get('/', async (c) => {
  const { actor, check } = await c.var.db.ask({ actor: await actorOf(c), check: lastCheck() })
  const forbidden = forbid(actor, 'see-integrity')
  return forbidden ? refused(c, forbidden) : c.json({ check: check ?? null })
})
