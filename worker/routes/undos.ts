import { Hono } from 'hono'
import * as z from 'zod'
import { recordUndoneLoan, recordUndoneReturn } from '../../db/circulation/record-undo.ts'
import { undoFacts } from '../../db/circulation/undo-facts.ts'
import { together } from '../../db/client.ts'
import { recordAnswer, storedAnswer } from '../../db/idempotency.ts'
import { journalLine } from '../../db/journal.ts'
import { recordVisit } from '../../db/readers/record-visit.ts'
import { touchRecord, touchStock } from '../cache/search-cache.ts'
import { undoLoan, undoReturn } from '../domain/circulation/undo.ts'
import { undoCount } from '../domain/circulation/undo-count.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const text = z.string().trim().min(1)
const branch = z.number().int().positive()
const ofCopy = { copy: text.max(64), loan: z.number().int().positive(), branch }
const asked = z.discriminatedUnion('of', [
  z.object({ of: z.literal('loan'), ...ofCopy }),
  z.object({ of: z.literal('return'), ...ofCopy }),
  z.object({ of: z.enum(['visit', 'question']), key: text.max(200), branch }),
])

/** The last deed of a desk taken back: on its own day, at its own branch, and only while nothing came of it. */
export const undos = new Hono<Room>().post('/', may('register-visit'), valid('json', asked), (c) => {
  const request = c.req.valid('json')
  const { branch: branchId } = request
  const { now } = c.var
  const at = { branchId, now }
  if (request.of === 'loan') {
    return perform(c, {
      deed: 'lend',
      branchId,
      request,
      facts: undoFacts(request.copy, request.loan),
      decide: (facts) => undoLoan(facts, at),
      record: (undone, { id: staffId }) => recordUndoneLoan(undone, { staffId, ...at }),
      answer: ({ copy, loan }) => ({ undone: { of: 'loan', copy: copy.barcode, title: copy.title, loan: loan.id } }),
      onDone: ({ copy }) => touchRecord(copy.recordId),
    })
  }
  if (request.of === 'return') {
    return perform(c, {
      deed: 'take-back',
      branchId,
      request,
      facts: undoFacts(request.copy, request.loan),
      decide: (facts) => undoReturn(facts, at),
      record: (undone, { id: staffId }) => recordUndoneReturn(undone, { staffId, ...at }),
      answer: ({ copy, loan }) => ({ undone: { of: 'return', copy: copy.barcode, title: copy.title, loan: loan.id } }),
      onDone: ({ copy }) => touchStock(copy.recordId),
    })
  }
  const { of, key } = request
  return perform(c, {
    deed: 'register-visit',
    branchId,
    request,
    facts: together({ done: storedAnswer(key), undone: storedAnswer(undoneKey(key)) }),
    decide: (facts) => undoCount(facts, of, at),
    record: ({ quantity, reader }, { id: staffId }) => [
      recordAnswer(undoneKey(key), { request: '', status: 201, answer: '' }, now),
      ...(of === 'visit'
        ? recordVisit({ reader, quantity: -quantity, undo: true }, { staffId, ...at })
        : [journalLine({ deed: 'reference-question', staffId, ...at, quantity: -quantity, detail: { undo: true } })]),
    ],
    answer: ({ quantity }) => ({ undone: { of, quantity } }),
  })
})

/** Under this key a count is known as undone: it breaks there the second time. */
const undoneKey = (key: string) => `undone ${key}`
