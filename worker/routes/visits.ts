import { Hono } from 'hono'
import * as z from 'zod'
import { listBranches } from '../../db/branches.ts'
import { journalLine } from '../../db/journal.ts'
import { refuse } from '../domain/refusal.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import type { Room } from '../ports.ts'

const asked = z.object({ branch: z.number().int().positive(), count: z.number().int().min(1).max(500).default(1) })

export const visits = new Hono<Room>().post('/', valid('json', asked), (c) => {
  const request = c.req.valid('json')
  return perform(c, {
    deed: 'register-visit',
    branchId: request.branch,
    request,
    facts: listBranches(),
    decide: (branches) => (branches.some(({ id }) => id === request.branch) ? { visits: request.count } : refuse('branch-not-found')),
    record: ({ visits: quantity }, { id }) => [
      journalLine({ deed: 'visit', staffId: id, branchId: request.branch, now: c.var.now, quantity }),
    ],
    answer: (visit) => visit,
  })
})
