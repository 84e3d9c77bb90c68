import { Hono } from 'hono'
import * as z from 'zod'
import { deskFacts, scanFacts } from '../../db/circulation/lending-facts.ts'
import { recordLoan } from '../../db/circulation/record-loan.ts'
import { nameLoan } from '../../db/idempotency.ts'
import { touchRecord } from '../cache/search-cache.ts'
import { dayOf } from '../domain/calendar.ts'
import { lendToGroup } from '../domain/circulation/lend-to-group.ts'
import { valid } from '../middleware/answer.ts'
import { performEach } from '../middleware/deeds.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'
import { endsLoan, shown } from './loans.ts'

const MOST_LINES = 40
const scanned = z.string().trim().min(1).max(64)
const line = z.object({
  key: z.string().min(1).max(200),
  reader: scanned,
  copy: scanned,
  confirm: z.array(z.string().max(64)).max(20).optional(),
})
const asked = z.object({
  branch: z.int().positive(),
  onSite: z.boolean().optional(),
  lines: z
    .array(line)
    .min(1)
    .max(MOST_LINES)
    .refine((lines) => new Set(lines.map(({ key }) => key)).size === lines.length),
})

/** Lending to a group, a school class for one: many readers in one list, each line answered by itself. */
export const groupLoans = new Hono<Room>().post('/', may('lend'), valid('json', asked), (c) => {
  const { branch, onSite = false, lines } = c.req.valid('json')
  const { now } = c.var
  return performEach(c, {
    branchId: branch,
    lines: lines.map((given) => ({ ...given, onSite, branch })),
    shared: deskFacts(branch, now),
    facts: ({ reader, copy, confirm = [] }) => scanFacts({ card: reader, barcode: copy, ending: endsLoan(confirm) }, now),
    decide: (open, desk, actor) => {
      const group = open.map(({ line: { confirm = [] }, facts }) => ({ facts: { ...facts, ...desk }, confirm }))
      return lendToGroup(group, { today: dayOf(now), onSite, actor })
    },
    record: (loan, { id }, key) => [...recordLoan(loan, { staffId: id, branchId: branch, now }), nameLoan(key, loan.copy.id)],
    answer: (loan) => ({ loan: shown(loan) }),
    onDone: ({ copy: { recordId } }) => touchRecord(recordId),
  })
})
