import { Hono } from 'hono'
import * as z from 'zod'
import { listBranches } from '../../db/branches.ts'
import { recordVisit } from '../../db/readers/record-visit.ts'
import { deedTime } from '../domain/deed-time.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const asked = z.object({
  branch: z.number().int().positive(),
  count: z.number().int().min(1).max(500).default(1),
  /** Whose card was scanned: how often they came this year is in their form. */
  reader: z.string().trim().min(1).max(64).optional(),
  /** When a desk without a line did it, by its own clock: an instant, ISO 8601. */
  doneAt: z.iso.datetime().optional(),
  /** And who: a number of the staff. */
  doneBy: z.number().int().positive().optional(),
})

export const visits = new Hono<Room>().post('/', may('register-visit'), valid('json', asked), (c) => {
  const { doneAt, doneBy, ...request } = c.req.valid('json')
  const { branch: branchId, count, reader } = request
  const time = deedTime(doneAt, c.var.now)
  if (isRefusal(time)) return refused(c, time)
  return perform(c, {
    branchId,
    doneBy,
    request,
    facts: listBranches(),
    decide: (branches) => (branches.some(({ id }) => id === branchId) ? { visits: reader ? 1 : count } : refuse('branch-not-found')),
    record: ({ visits: quantity }, { id: staffId, sentBy }) => recordVisit({ reader, quantity }, { staffId, sentBy, branchId, ...time }),
    answer: (visit) => visit,
  })
})
