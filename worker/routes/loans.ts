import { Hono } from 'hono'
import * as z from 'zod'
import { checkOutFacts, deskBranch } from '../../db/circulation/lending-facts.ts'
import { recordLoan } from '../../db/circulation/record-loan.ts'
import { nameLoan } from '../../db/idempotency.ts'
import { touchRecord } from '../cache/search-cache.ts'
import { dayOf } from '../domain/calendar.ts'
import { checkOut, type NewLoan } from '../domain/circulation/check-out.ts'
import { againstOrder, deedTime } from '../domain/deed-time.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import { sessionHash } from '../middleware/session.ts'
import type { Room } from '../ports.ts'
import { renewalPlan } from './renewals.ts'

const scanned = z.string().trim().min(1).max(64)
const confirmed = z.array(z.string().max(64)).max(20)
const asked = z.object({
  reader: scanned,
  copy: scanned,
  branch: z.number().int().positive().optional(),
  onSite: z.boolean().optional(),
  confirm: confirmed.optional(),
  /** When a desk without a line did it, by its own clock: an instant, ISO 8601. */
  doneAt: z.iso.datetime().optional(),
  /** And who: a number of the staff. */
  doneBy: z.number().int().positive().optional(),
})

/** Confirmed: the reader who has the copy keeps it for longer (R14). */
const RENEWS = 'copy-is-on-loan-to-this-reader'
/** Confirmed: the loan that the copy has ends first (R14, R15). */
export const endsLoan = (confirm: readonly string[]) =>
  confirm.includes('copy-is-on-loan') || confirm.includes('copy-is-read-here-by-this-reader')

export const loans = new Hono<Room>().post('/', may('lend'), valid('json', asked), async (c) => {
  const { doneAt, doneBy, ...request } = c.req.valid('json')
  const { reader, copy, branch, onSite = false, confirm = [] } = request
  const time = deedTime(doneAt, c.var.now)
  if (isRefusal(time)) return refused(c, time)
  const { now } = time
  if (confirm.includes(RENEWS)) return perform(c, renewalPlan({ copy, reader, confirm }, request, now))
  const ending = endsLoan(confirm)
  return perform(c, {
    branchId: branch,
    doneBy,
    request,
    facts: checkOutFacts({ card: reader, barcode: copy, ending }, deskBranch(branch, await sessionHash(c), copy), now),
    decide: (facts, actor) => againstOrder(time, facts.state?.lastSeenAt) ?? checkOut(facts, { today: dayOf(now), onSite, confirm, actor }),
    record: (loan, { id, sentBy }, key) => [
      ...recordLoan(loan, { staffId: id, sentBy, branchId: loan.branchId, ...time }),
      nameLoan(key, loan.copy.id),
    ],
    answer: (loan) => ({ loan: shown(loan) }),
    lostRaces: { 'loans.copy_id': refuse('copy-is-on-loan') },
    onDone: ({ copy: { recordId } }) => touchRecord(recordId),
  })
})

export function shown({ dueOn, onSite, copy, reader, loansNow, alerts }: NewLoan) {
  const { barcode, title, author } = copy
  return { dueOn, onSite, copy: { barcode, title, author }, reader: { card: reader.card, name: reader.name, loans: loansNow }, alerts }
}
