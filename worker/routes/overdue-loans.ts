import { Hono } from 'hono'
import * as z from 'zod'
import { listOverdueLoans, OVERDUE_PAGE } from '../../db/circulation/list-overdue.ts'
import { addDays, dayOf, isDay } from '../domain/calendar.ts'
import { refused, valid } from '../middleware/answer.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const number = z.coerce.number().int().positive()
const asked = z.object({
  branch: number,
  /** At least so many days late. */
  days: number.max(10_000).default(1),
  /** The last loan of the page before: its due day and its number. */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_\d{1,15}$/)
    .transform((text) => ({ dueOn: text.slice(0, 10), id: Number(text.slice(11)) }))
    .refine(({ dueOn }) => isDay(dueOn))
    .optional(),
})

/** What a branch has lent and not got back in time, the longest overdue first, with how its readers are reached. */
export const overdueLoans = new Hono<Room>().get('/', may('see-readers'), valid('query', asked), async (c) => {
  const { branch, days, after } = c.req.valid('query')
  const dueBy = addDays(dayOf(c.var.now), -days)
  const { actor, loans } = await c.var.db.ask({ actor: await actorOf(c), loans: listOverdueLoans(branch, dueBy, after) })
  const forbidden = forbidHere(c, actor, branch)
  if (forbidden) return refused(c, forbidden)
  const last = loans.length === OVERDUE_PAGE ? loans.at(-1) : undefined
  return c.json({ loans, next: last ? `${last.dueOn}_${last.id}` : null })
})
