import { Hono } from 'hono'
import * as z from 'zod'
import { journalLine } from '../../db/journal.ts'
import { listNetworkChanges, listYearFacts, recordYearFact } from '../../db/statistics/years.ts'
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
