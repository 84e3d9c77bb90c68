import { Hono } from 'hono'
import * as z from 'zod'
import { barcodeIsKnown, copyFacts } from '../../db/circulation/copy-facts.ts'
import { lostTerms } from '../../db/circulation/lending-facts.ts'
import { recordClosedIncident, recordIncident } from '../../db/circulation/record-incident.ts'
import { recordLostCharge } from '../../db/circulation/record-overdue.ts'
import { together } from '../../db/client.ts'
import { editCopyFacts } from '../../db/stock/copy-details.ts'
import { listCopiesByMark, listCopiesOfRecord } from '../../db/stock/list-copies.ts'
import { recordEditedCopy } from '../../db/stock/record-edited-copy.ts'
import { touchRecord, touchStock } from '../cache/search-cache.ts'
import { dayOf } from '../domain/calendar.ts'
import { lostCharge } from '../domain/circulation/become-lost.ts'
import { CLOSINGS, closeIncident } from '../domain/circulation/incidents/close-incident.ts'
import { reportIncident } from '../domain/circulation/incidents/report-incident.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { forbid } from '../domain/staff/permissions.ts'
import { editCopy } from '../domain/stock/edit-copy.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const scanned = z.string().trim().min(1).max(64)
const one = z.object({ copy: scanned })
const marked = z.object({
  kind: z.enum(['lost', 'missing', 'damaged', 'claimed-returned']),
  branch: z.number().int().positive(),
  note: z.string().trim().max(500).optional(),
})
const lifted = z.object({
  as: z.enum(CLOSINGS),
  branch: z.number().int().positive(),
  replacement: z.object({ barcode: scanned, inventoryNumber: scanned.optional() }).optional(),
})

const asked = z
  .object({
    find: z.string().trim().min(1).max(64).optional(),
    record: z.coerce.number().int().positive().optional(),
    branch: z.coerce.number().int().positive().optional(),
  })
  .refine(({ find, record }) => (find === undefined) !== (record === undefined), { path: ['find'] })
const words = z
  .string()
  .trim()
  .max(120)
  .transform((text) => text || null)
  .nullable()
  .optional()
const edited = z.object({
  branch: z.int().positive(),
  inventoryNumber: words,
  shelfmark: words,
  location: words,
  price: z.int().min(0).max(1_000_000_000).nullable().optional(),
  onSiteOnly: z.boolean().optional(),
})

/** Copies as the desk handles them: found, put right, and what stands against one (R61, R62). */
export const copies = new Hono<Room>()
  .get('/', may('see-copies'), valid('query', asked), async (c) => {
    const { find, record = 0, branch = null } = c.req.valid('query')
    const question = find === undefined ? listCopiesOfRecord(record, branch) : listCopiesByMark(find, branch)
    const { actor, copies: found } = await c.var.db.ask({ actor: await actorOf(c), copies: question })
    const forbidden = forbidHere(c, actor)
    return forbidden ? refused(c, forbidden) : c.json({ copies: found })
  })
  .patch('/:copy', may('edit-copies'), valid('param', one), valid('json', edited), (c) => {
    const { branch: branchId, ...change } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId,
      request: c.req.valid('json'),
      facts: editCopyFacts(c.req.valid('param').copy, change.inventoryNumber ?? null, now),
      decide: (facts) => editCopy(facts, change),
      record: (copy, { id }) => recordEditedCopy(copy, { staffId: id, branchId, now }),
      answer: ({ copy, after }) => ({ copy: { barcode: copy.barcode, title: copy.title, ...after } }),
      lostRaces: { 'copies.inventory_number': refuse('inventory-number-is-taken') },
      onDone: ({ copy }) => touchRecord(copy.recordId),
    })
  })
  .get('/:copy', may('see-readers'), valid('param', one), async (c) => {
    const facts = copyFacts(c.req.valid('param').copy, c.var.now)
    const { actor, found } = await c.var.db.ask({ actor: await actorOf(c), found: facts })
    const forbidden = forbidHere(c, actor)
    if (forbidden) return refused(c, forbidden)
    const { copy, openLoan, reader } = found.desk
    if (!copy || !found.state) return refusedWith(c, 'copy-not-found')
    const loan = openLoan && { id: openLoan.id, dueOn: openLoan.dueOn, reader: reader && { card: reader.card, name: reader.name } }
    return c.json({ copy, state: found.state, loan: loan ?? null })
  })
  .post('/:copy/incidents', may('mark-copies'), valid('param', one), valid('json', marked), (c) => {
    const { kind, branch: branchId, note = null } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId,
      request: c.req.valid('json'),
      facts: together({ found: copyFacts(c.req.valid('param').copy, now), terms: lostTerms(c.req.valid('param').copy, kind, now) }),
      decide: ({ found: { desk, ...facts }, terms }) => {
        const incident = reportIncident({ ...desk, ...facts }, kind, note)
        return isRefusal(incident) ? incident : { ...incident, charge: terms ? lostCharge(terms) : undefined }
      },
      record: (incident, { id }) => [
        ...recordIncident(incident, { staffId: id, branchId, now }),
        ...(incident.charge ? recordLostCharge(incident.charge, { staffId: id, branchId, now }) : []),
      ],
      answer: ({ copy, loanId, reader, alerts }) => ({
        incident: {
          kind,
          copy: { barcode: copy.barcode, title: copy.title },
          loanId,
          alerts,
          reader: reader ? { card: reader.card, name: reader.name } : null,
        },
      }),
      onDone: ({ copy }) => touchRecord(copy.recordId),
    })
  })
  .post('/:copy/incidents/closing', may('mark-copies'), valid('param', one), valid('json', lifted), (c) => {
    const { as, branch: branchId, replacement } = c.req.valid('json')
    const { now } = c.var
    const given = replacement && { barcode: replacement.barcode, inventoryNumber: replacement.inventoryNumber ?? null }
    return perform(c, {
      branchId,
      request: c.req.valid('json'),
      facts: together({ found: copyFacts(c.req.valid('param').copy, now), known: barcodeIsKnown(replacement?.barcode ?? '') }),
      decide: ({ found: { desk, state }, known }, actor) => {
        const forbidden = as === 'written-off' ? forbid(actor, 'override') : undefined
        return forbidden ?? closeIncident({ ...desk, state, replacementIsKnown: known }, as, dayOf(now), given)
      },
      record: (closed, { id }) => recordClosedIncident(closed, { staffId: id, branchId, now }),
      answer: ({ copy, incident, loan, withdraws }) => ({
        incident: { kind: incident.kind, as, copy: { barcode: copy.barcode, withdrawn: withdraws }, loanId: loan?.id ?? null },
      }),
      onDone: ({ copy }) => touchStock(copy.recordId),
    })
  })
