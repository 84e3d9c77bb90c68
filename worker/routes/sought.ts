import { Hono } from 'hono'
import * as z from 'zod'
import { listSought } from '../../db/statistics/sought.ts'
import type { SoughtAnswer } from '../domain/statistics/answers.ts'
import { groupSought } from '../domain/statistics/sought.ts'
import { refused, valid } from '../middleware/answer.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const MOST = 2_000
const asked = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), found: z.enum(['0', '1']).default('0') })

/** What readers looked for, and what they did not find: for those who choose what to buy. */
export const sought = new Hono<Room>().get('/', may('see-statistics'), valid('query', asked), async (c) => {
  const { month, found } = c.req.valid('query')
  const { actor, questions } = await c.var.db.ask({ actor: await actorOf(c), questions: listSought(month, found === '1', MOST) })
  const forbidden = forbidHere(c, actor)
  if (forbidden) return refused(c, forbidden)
  const answer: SoughtAnswer = { month, found: found === '1', questions: groupSought(questions) }
  return c.json(answer)
})
