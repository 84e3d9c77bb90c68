import { Hono } from 'hono'
import * as z from 'zod'
import { copyState } from '../../db/circulation/copy-state.ts'
import { openLoanFacts } from '../../db/circulation/facts.ts'
import { together } from '../../db/client.ts'
import { recordRelocatedCopy } from '../../db/stock/record-edited-copy.ts'
import { touchStock } from '../cache/search-cache.ts'
import { dayOf } from '../domain/calendar.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { relocateCopy } from '../domain/stock/relocate-copy.ts'
import { valid } from '../middleware/answer.ts'
import { performEach } from '../middleware/deeds.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const MOST_LINES = 50
const asked = z.object({
  branch: z.int().positive(),
  location: z.string().trim().max(120).default(''),
  lines: z
    .array(z.object({ key: z.string().min(1).max(200), copy: z.string().trim().min(1).max(64) }))
    .min(1)
    .max(MOST_LINES)
    .refine((lines) => new Set(lines.map(({ key }) => key)).size === lines.length),
})

/** A pile of copies gets a new home: the branch that scans them, each answered by itself. */
export const relocations = new Hono<Room>().post('/', may('edit-copies'), valid('json', asked), (c) => {
  const { branch, location, lines } = c.req.valid('json')
  const { now } = c.var
  const to = { toBranchId: branch, location: location || null }
  return performEach(c, {
    branchId: branch,
    lines: lines.map((line) => ({ ...line, branch, location })),
    shared: together({}),
    facts: ({ copy }) => together({ desk: openLoanFacts(copy, dayOf(now)), state: copyState(copy) }),
    decide: (open) => {
      const seen = new Set<number>()
      return open.map(({ facts: { desk, state } }) => {
        const moved = relocateCopy({ copy: desk.copy, state }, to)
        if (isRefusal(moved)) return moved
        if (seen.has(moved.copy.id)) return refuse('copy-just-changed')
        seen.add(moved.copy.id)
        return moved
      })
    },
    record: (copy, { id }) => recordRelocatedCopy(copy, { staffId: id, branchId: branch, now }),
    answer: ({ copy, fromBranchId, toBranchId }) => ({ copy: { barcode: copy.barcode, title: copy.title, fromBranchId, toBranchId } }),
    onDone: ({ copy }) => touchStock(copy.recordId),
  })
})
