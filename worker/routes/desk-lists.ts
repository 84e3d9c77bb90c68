import { Hono } from 'hono'
import * as z from 'zod'
import { dueDaysForDesk, listCopiesForDesk, listReadersForDesk } from '../../db/circulation/desk-lists.ts'
import { refused, valid } from '../middleware/answer.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const branch = z.coerce.number().int().positive()
const after = z.coerce.number().int().min(0).default(0)

/** What a desk keeps to go on without a line: page by page, compact, one trip a page. */
export const deskLists = new Hono<Room>()
  .get('/readers', may('lend'), valid('query', z.object({ after })), async (c) => {
    const { actor, page } = await c.var.db.ask({ actor: await actorOf(c), page: listReadersForDesk(c.req.valid('query').after, c.var.now) })
    const forbidden = forbidHere(c, actor)
    return forbidden ? refused(c, forbidden) : c.json(page)
  })
  .get('/copies', may('lend'), valid('query', z.object({ branch, after })), async (c) => {
    const asked = c.req.valid('query')
    const { actor, page } = await c.var.db.ask({ actor: await actorOf(c), page: listCopiesForDesk(asked.branch, asked.after) })
    const forbidden = forbidHere(c, actor, asked.branch)
    return forbidden ? refused(c, forbidden) : c.json(page)
  })
  .get('/due-days', may('lend'), valid('query', z.object({ branch })), async (c) => {
    const asked = c.req.valid('query')
    const { actor, days } = await c.var.db.ask({ actor: await actorOf(c), days: dueDaysForDesk(asked.branch, c.var.now) })
    const forbidden = forbidHere(c, actor, asked.branch)
    return forbidden ? refused(c, forbidden) : c.json({ days })
  })
