import { Hono } from 'hono'
import * as z from 'zod'
import { listBranches } from '../../db/branches.ts'
import { journalLine } from '../../db/journal.ts'
import { deedTime } from '../domain/deed-time.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const asked = z.object({
  branch: z.number().int().positive(),
  count: z.number().int().min(1).max(500).default(1),
  doneAt: z.iso.datetime().optional(),
  /** And who: a number of the staff. */
  doneBy: z.number().int().positive().optional(),
})

/** Reference questions that were answered (ISO 2789): how many, not what. */
export const questions = new Hono<Room>().post('/', may('register-visit'), valid('json', asked), (c) => {
  const { doneAt, doneBy, ...request } = c.req.valid('json')
  const { branch: branchId, count: quantity } = request
  const time = deedTime(doneAt, c.var.now)
  if (isRefusal(time)) return refused(c, time)
  return perform(c, {
    branchId,
    doneBy,
    request,
    facts: listBranches(),
    decide: (branches) => (branches.some(({ id }) => id === branchId) ? { questions: quantity } : refuse('branch-not-found')),
    record: (_, { id: staffId, sentBy }) => [journalLine({ deed: 'reference-question', staffId, sentBy, branchId, ...time, quantity })],
    answer: (answered) => answered,
  })
})
