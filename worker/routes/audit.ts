import { Hono } from 'hono'
import * as z from 'zod'
import { together } from '../../db/client.ts'
import { auditedCode, listAuditedStaff, listDeeds } from '../../db/staff/audit.ts'
import { isDay } from '../domain/calendar.ts'
import { isRefusal } from '../domain/refusal.ts'
import { auditedBranch } from '../domain/staff/audited-branch.ts'
import { isJournalDeed } from '../domain/staff/journal-deeds.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const day = z.string().refine(isDay)
const asked = z.object({
  staff: id.optional(),
  deed: z.string().refine(isJournalDeed).optional(),
  branch: id.optional(),
  /** Of a copy or of a reader's card. */
  code: z.string().trim().min(1).max(50).optional(),
  from: day.default('0000-01-01'),
  to: day.default('9999-12-31'),
  before: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.\d{1,15}$/)
    .optional(),
})

/** Who did what, where, when. */
export const audit = new Hono<Room>()
  .get('/', may('see-audit'), valid('query', asked), async (c) => {
    const { staff, deed, branch, code, from, to, before } = c.req.valid('query')
    const nothing = together({})
    const { actor, meant } = await c.var.db.ask({ actor: await actorOf(c), meant: code === undefined ? nothing : auditedCode(code) })
    const forbidden = forbidHere(c, actor)
    if (forbidden || !actor) return refusedWith(c, forbidden?.refusals[0] ?? 'sign-in-required')
    const within = auditedBranch(actor, branch)
    if (isRefusal(within)) return refused(c, within)
    if (!meant) return c.json({ lines: [], next: null })
    const [lastDay = '', lastId = ''] = before?.split('.') ?? []
    const turn = before ? { day: lastDay, id: Number(lastId) } : undefined
    const { page } = await c.var.db.ask({ page: listDeeds({ ...meant, ...within, staffId: staff, deed, from, to, before: turn }) })
    return c.json(page)
  })
  .get('/staff', may('see-audit'), async (c) => {
    const { actor, staff } = await c.var.db.ask({ actor: await actorOf(c), staff: listAuditedStaff() })
    const forbidden = forbidHere(c, actor)
    return forbidden ? refused(c, forbidden) : c.json({ staff })
  })
