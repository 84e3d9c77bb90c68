import { Hono } from 'hono'
import * as z from 'zod'
import { renewalFacts } from '../../db/circulation/lending-facts.ts'
import { recordRenewal } from '../../db/circulation/record-loan.ts'
import { dayOf } from '../domain/calendar.ts'
import { type RenewalFacts, type RenewedLoan, renew } from '../domain/circulation/renew.ts'
import { refuse } from '../domain/refusal.ts'
import { valid } from '../middleware/answer.ts'
import { type DeedPlan, perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const asked = z.object({ copy: z.string().trim().min(1).max(64), confirm: z.array(z.string().max(64)).max(20).optional() })

export const renewals = new Hono<Room>().post('/', may('renew'), valid('json', asked), (c) => {
  const request = c.req.valid('json')
  return perform(c, renewalPlan({ copy: request.copy, confirm: request.confirm ?? [] }, request, c.var.now))
})

interface Asked {
  copy: string
  /** The card of the reader who must be the one that has the copy. */
  reader?: string
  confirm: readonly string[]
}

/** A renewal at the desk, asked for by name or by scanning a copy that its reader has already (R14). */
export function renewalPlan({ copy, reader, confirm }: Asked, request: object, now: Date): DeedPlan<RenewalFacts, RenewedLoan> {
  return {
    deed: 'renew',
    request,
    facts: renewalFacts(copy, now),
    decide: (facts, actor) => {
      if (reader !== undefined && facts.reader?.card !== reader) return refuse('copy-just-changed')
      return renew(facts, dayOf(now), { at: 'desk', actor, confirm })
    },
    record: (renewed, { id, branchId }) => recordRenewal(renewed, { staffId: id, branchId: branchId ?? renewed.copy.homeBranchId, now }),
    answer: (renewed) => ({ loan: shown(renewed) }),
  }
}

/** A renewed loan is shown as a new one is: a desk that scanned to lend need not know which it became (R14). */
function shown({ loan, copy, reader, dueOn, renewals: times, loansNow, overdue }: RenewedLoan) {
  const { barcode, title, author } = copy
  return {
    id: loan.id,
    dueOn,
    renewals: times,
    onSite: false,
    copy: { barcode, title, author },
    reader: { card: reader.card, name: reader.name, loans: loansNow },
    alerts: [],
    suspendedUntil: overdue?.suspendedUntil ?? null,
  }
}
