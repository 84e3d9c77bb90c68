import { Hono } from 'hono'
import * as z from 'zod'
import { listBranches } from '../../db/branches.ts'
import { journalLine } from '../../db/journal.ts'
import { refuse } from '../domain/refusal.ts'
import { EVENT_KINDS, PAID_SERVICES } from '../domain/statistics/services.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const branch = z.number().int().positive()
const count = z.number().int().min(1).max(5_000)
const asked = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('event'), branch, kind: z.enum(EVENT_KINDS), visitors: z.number().int().min(0).max(100_000) }),
  z.object({ deed: z.literal('internet-session'), branch, count: count.default(1) }),
  /** `amount`: all that was taken in, in tiyn. */
  z.object({
    deed: z.literal('paid-service'),
    branch,
    kind: z.enum(PAID_SERVICES),
    count: count.default(1),
    amount: z.number().int().min(0).max(1e10),
  }),
])

/** An event held, an hour at a computer, a paid service: counted as they happen, never for whom. */
export const services = new Hono<Room>().post('/', may('register-visit'), valid('json', asked), (c) => {
  const request = c.req.valid('json')
  const { branch: branchId } = request
  return perform(c, {
    branchId,
    request,
    facts: listBranches(),
    decide: (branches) => (branches.some(({ id }) => id === branchId) ? request : refuse('branch-not-found')),
    record: (given, { id: staffId }) => {
      const by = { staffId, branchId, now: c.var.now }
      if (given.deed === 'internet-session') return [journalLine({ ...by, deed: given.deed, quantity: given.count })]
      if (given.deed === 'paid-service')
        return [journalLine({ ...by, deed: given.deed, kind: given.kind, quantity: given.count, amount: given.amount })]
      const visitors = given.visitors > 0 ? [journalLine({ ...by, deed: 'event-visit', kind: given.kind, quantity: given.visitors })] : []
      return [journalLine({ ...by, deed: given.deed, kind: given.kind }), ...visitors]
    },
    answer: (given) => given,
  })
})
