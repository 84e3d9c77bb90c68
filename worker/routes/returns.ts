import { Hono } from 'hono'
import * as z from 'zod'
import { checkInFacts } from '../../db/circulation/check-in-facts.ts'
import { recordCheckIn } from '../../db/circulation/record-check-in.ts'
import { nameTransfer } from '../../db/circulation/record-transfer.ts'
import { touchRecord, touchStock } from '../cache/search-cache.ts'
import { isDay } from '../domain/calendar.ts'
import { type CheckedIn, checkIn } from '../domain/circulation/check-in.ts'
import { slipFor } from '../domain/circulation/slip.ts'
import { againstOrder, deedTime } from '../domain/deed-time.ts'
import { isRefusal } from '../domain/refusal.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const asked = z.object({
  copy: z.string().trim().min(1).max(64),
  branch: z.number().int().positive(),
  returnedOn: z.string().refine(isDay).optional(),
  usedOnSite: z.boolean().optional(),
  /** When a desk without a line did it, by its own clock: an instant, ISO 8601. */
  doneAt: z.iso.datetime().optional(),
  /** And who: a number of the staff. */
  doneBy: z.number().int().positive().optional(),
})

/** A copy in hand at a desk, on loan or not: everything that follows from the scan (rules 5.5). */
export const returns = new Hono<Room>().post('/', may('take-back'), valid('json', asked), (c) => {
  const { doneAt, doneBy, ...request } = c.req.valid('json')
  const { branch: branchId, returnedOn, usedOnSite } = request
  const time = deedTime(doneAt, c.var.now)
  if (isRefusal(time)) return refused(c, time)
  const { now } = time
  return perform(c, {
    branchId,
    doneBy,
    request,
    facts: checkInFacts(request.copy, branchId, now, c.var.now),
    decide: (facts) => againstOrder(time, facts.state?.lastSeenAt) ?? checkIn(facts, { branchId, now, returnedOn, usedOnSite }),
    record: (checkedIn, { id, sentBy }, key) => [
      ...recordCheckIn(checkedIn, { staffId: id, sentBy, branchId, ...time }),
      ...(checkedIn.sent ? [nameTransfer(key, checkedIn.copy.id, '$.return.transfer.id')] : []),
    ],
    answer: (checkedIn) => ({ return: shown(checkedIn) }),
    onDone: ({ copy, state }) => (state.holdingBranchId === branchId ? touchRecord : touchStock)(copy.recordId),
  })
})

function shown(checkedIn: CheckedIn) {
  const { copy, returned, hold, sent, received, routeTo, alerts, skips } = checkedIn
  const { barcode, title, author, homeBranchId } = copy
  return {
    loanId: returned?.loan.id ?? null,
    copy: { barcode, title, author, homeBranchId },
    reader: returned?.reader ? { card: returned.reader.card, name: returned.reader.name } : null,
    overdueDays: returned?.overdueDays ?? 0,
    suspendedUntil: returned?.overdue?.suspendedUntil ?? null,
    fine: returned?.overdue?.fine ?? 0,
    routeTo,
    hold: hold
      ? {
          id: hold.id,
          state: hold.to,
          reader: { card: hold.reader.card, name: hold.reader.name },
          pickupBranchId: hold.pickupBranchId,
          shelfUntil: hold.shelfUntil,
        }
      : null,
    transfer: sent ? { toBranchId: sent.toBranchId, reason: sent.reason } : null,
    received: received ? { id: received.id, fromBranchId: received.fromBranchId } : null,
    alerts,
    skips,
    slip: slipFor(checkedIn),
  }
}
