import { Hono } from 'hono'
import * as z from 'zod'
import { listBranches } from '../../db/branches.ts'
import { recordVisit } from '../../db/readers/record-visit.ts'
import { refuse } from '../domain/refusal.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import type { Room } from '../ports.ts'

const asked = z.object({
  branch: z.number().int().positive(),
  count: z.number().int().min(1).max(500).default(1),
  /** Whose card was scanned: how often they came this year is in their form. */
  reader: z.string().trim().min(1).max(64).optional(),
})

export const visits = new Hono<Room>().post('/', valid('json', asked), (c) => {
  const { branch: branchId, count, reader } = c.req.valid('json')
  const { now } = c.var
  return perform(c, {
    deed: 'register-visit',
    branchId,
    request: c.req.valid('json'),
    facts: listBranches(),
    decide: (branches) => (branches.some(({ id }) => id === branchId) ? { visits: reader ? 1 : count } : refuse('branch-not-found')),
    record: ({ visits: quantity }, { id: staffId }) => recordVisit({ reader, quantity }, { staffId, branchId, now }),
    answer: (visit) => visit,
  })
})
