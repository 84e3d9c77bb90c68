import { Hono } from 'hono'
import * as z from 'zod'
import { journalLine } from '../../db/journal.ts'
import {
  listNetworkChanges,
  listYearFacts,
  recordNetworkChange,
  recordNetworkChangeTakenBack,
  recordYearFact,
} from '../../db/statistics/years.ts'
import { dayOf } from '../domain/calendar.ts'
import { enterNetworkChange, isHappened, NETWORK_CHANGES, takeBackNetworkChange } from '../domain/statistics/network-change.ts'
import { YEAR_FACTS } from '../domain/statistics/year-facts.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { anybody, may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const year = z.coerce.number().int().min(1900).max(2200)
const entered = z.object({
  year,
  fact: z.enum(YEAR_FACTS),
  value: z.number().int().min(0).max(1e15),
  source: z.string().trim().min(3).max(200),
})

const text = z.string().trim().min(3).max(200)
const changed = z.object({
  happened: z.string().refine(isHappened),
  change: z.enum(NETWORK_CHANGES),
  libraries: z.number().int().min(1).max(100).default(1),
  textKk: text,
  textRu: text,
  textEn: text.optional(),
  source: text,
})
const one = z.object({ id: z.coerce.number().int().positive() })

/** What no deed tells: inhabitants, staff, money, and the years before the system. */
export const yearFacts = new Hono<Room>()
  .get('/', anybody, valid('query', z.object({ from: year, to: year })), async (c) => {
    const { from, to } = c.req.valid('query')
    return c.json(await c.var.db.ask({ facts: listYearFacts(from, to) }))
  })
  .get('/network-changes', anybody, async (c) => c.json(await c.var.db.ask({ changes: listNetworkChanges() })))
  .post('/', may('enter-year-facts'), valid('json', entered), (c) => {
    const request = c.req.valid('json')
    return perform(c, {
      request,
      facts: { statements: [], read: () => ({}) },
      decide: () => request,
      record: (fact, { id: staffId }) => [
        recordYearFact(fact, { staffId, now: c.var.now }),
        journalLine({ deed: 'year-fact-entered', staffId, branchId: null, now: c.var.now, detail: fact }),
      ],
      answer: (fact) => fact,
    })
  })
  .post('/network-changes', may('enter-year-facts'), valid('json', changed), (c) => {
    const request = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request,
      facts: { statements: [], read: () => ({}) },
      decide: () => enterNetworkChange(request, dayOf(now)),
      record: (change, { id: staffId }) => [
        recordNetworkChange(change),
        journalLine({ deed: 'network-change-entered', staffId, branchId: null, now, detail: change }),
      ],
      answer: (change) => change,
    })
  })
  .post('/network-changes/:id/takings-back', may('enter-year-facts'), valid('param', one), (c) => {
    const { id } = c.req.valid('param')
    const { now } = c.var
    return perform(c, {
      request: { id },
      facts: listNetworkChanges(),
      decide: (changes) => takeBackNetworkChange(changes.find((change) => change.id === id)),
      record: (change, { id: staffId }) => [
        recordNetworkChangeTakenBack(id),
        journalLine({ deed: 'network-change-taken-back', staffId, branchId: null, now, detail: change }),
      ],
      answer: () => ({ id }),
    })
  })
