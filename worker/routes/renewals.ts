import { Hono } from 'hono'
import * as z from 'zod'
import { openLoanFacts } from '../../db/circulation/facts.ts'
import { recordRenewal } from '../../db/circulation/record-loan.ts'
import { dayOf } from '../domain/calendar.ts'
import { renew } from '../domain/circulation/renew.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import type { Room } from '../ports.ts'

const asked = z.object({ copy: z.string().trim().min(1).max(64) })

export const renewals = new Hono<Room>().post('/', valid('json', asked), (c) => {
  const request = c.req.valid('json')
  const { now } = c.var
  return perform(c, {
    deed: 'renew',
    request,
    facts: openLoanFacts(request.copy, dayOf(now)),
    decide: (facts) => renew(facts, dayOf(now)),
    record: (renewed, { id, branchId }) => recordRenewal(renewed, { staffId: id, branchId: branchId ?? renewed.copy.homeBranchId, now }),
    answer: ({ loan, dueOn, renewals: times }) => ({ loan: { id: loan.id, dueOn, renewals: times } }),
  })
})
