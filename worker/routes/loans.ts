import { Hono } from 'hono'
import * as z from 'zod'
import { checkOutFacts } from '../../db/circulation/facts.ts'
import { recordLoan } from '../../db/circulation/record-loan.ts'
import { nameLoan } from '../../db/idempotency.ts'
import { touchRecord } from '../cache/search-cache.ts'
import { dayOf } from '../domain/calendar.ts'
import { checkOut, type NewLoan } from '../domain/circulation/check-out.ts'
import { refuse } from '../domain/refusal.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import type { Room } from '../ports.ts'

const scanned = z.string().trim().min(1).max(64)
const asked = z.object({ reader: scanned, copy: scanned, branch: z.number().int().positive().optional() })

export const loans = new Hono<Room>().post('/', valid('json', asked), (c) => {
  const request = c.req.valid('json')
  const { now } = c.var
  return perform(c, {
    deed: 'lend',
    branchId: request.branch,
    request,
    facts: checkOutFacts(request.reader, request.copy, dayOf(now)),
    decide: (facts) => checkOut(facts, dayOf(now)),
    record: (loan, { id, branchId }, key) => [
      ...recordLoan(loan, { staffId: id, branchId: request.branch ?? branchId ?? loan.copy.homeBranchId, now }),
      nameLoan(key, loan.copy.id),
    ],
    answer: (loan) => ({ loan: shown(loan) }),
    lostRaces: { 'loans.copy_id': refuse('copy-is-on-loan') },
    onDone: ({ copy }) => touchRecord(copy.recordId, now),
  })
})

function shown({ dueOn, copy, reader }: NewLoan) {
  const { barcode, title, author } = copy
  return { dueOn, copy: { barcode, title, author }, reader: { card: reader.card, name: reader.name, loans: reader.openLoans + 1 } }
}
