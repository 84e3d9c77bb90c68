import { Hono } from 'hono'
import * as z from 'zod'
import { openLoanFacts } from '../../db/circulation/facts.ts'
import { recordReturn } from '../../db/circulation/record-loan.ts'
import { touchRecord } from '../cache/search-cache.ts'
import { dayOf } from '../domain/calendar.ts'
import { checkIn, type ReturnedLoan } from '../domain/circulation/check-in.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import type { Room } from '../ports.ts'

const asked = z.object({ copy: z.string().trim().min(1).max(64), branch: z.number().int().positive() })

export const returns = new Hono<Room>().post('/', valid('json', asked), (c) => {
  const request = c.req.valid('json')
  const { now } = c.var
  return perform(c, {
    deed: 'take-back',
    branchId: request.branch,
    request,
    facts: openLoanFacts(request.copy, dayOf(now)),
    decide: (facts) => checkIn(facts, request.branch, dayOf(now)),
    record: (returned, { id }) => recordReturn(returned, { staffId: id, branchId: request.branch, now }),
    answer: (returned) => ({ return: shown(returned) }),
    onDone: ({ copy }) => touchRecord(copy.recordId, now),
  })
})

function shown({ loan, copy, reader, overdueDays, routeTo }: ReturnedLoan) {
  const { barcode, title, author, homeBranchId } = copy
  return {
    loanId: loan.id,
    copy: { barcode, title, author, homeBranchId },
    reader: reader ? { card: reader.card, name: reader.name } : null,
    overdueDays,
    routeTo,
  }
}
