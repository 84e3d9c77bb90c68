import { Hono } from 'hono'
import { lastCheck } from '../../db/integrity/integrity.ts'
import { refused } from '../middleware/answer.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

/** What the last nightly check of the database found. */
export const integrity = new Hono<Room>().get('/', may('see-integrity'), async (c) => {
  const { actor, check } = await c.var.db.ask({ actor: await actorOf(c), check: lastCheck() })
  const forbidden = forbidHere(c, actor)
  return forbidden ? refused(c, forbidden) : c.json({ check: check ?? null })
})
