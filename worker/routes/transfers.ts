import { Hono } from 'hono'
import * as z from 'zod'
import { copyFacts } from '../../db/circulation/copy-facts.ts'
import { listTransfers } from '../../db/circulation/list-transfers.ts'
import { nameTransfer, recordCancelledTransfer, recordSentTransfer } from '../../db/circulation/record-transfer.ts'
import { touchRecord } from '../cache/search-cache.ts'
import { dayOf } from '../domain/calendar.ts'
import { cancelTransfer } from '../domain/circulation/transfers/cancel-transfer.ts'
import { type SentTransfer, sendTransfer } from '../domain/circulation/transfers/send-transfer.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const scanned = z.string().trim().min(1).max(64)
const branch = z.number().int().positive()
/** With `branch` the copy is in hand there and leaves now; without it, the branch that holds it is asked to send it. */
const sending = z.object({ copy: scanned, to: branch, branch: branch.optional() })
const cancelling = z.object({ reason: z.string().trim().min(1).max(200), confirm: z.array(z.string()).max(10).default([]) })
const here = z.object({ branch: z.coerce.number().int().positive() })
const one = z.object({ copy: scanned })

/** Copies between branches (R50 - R55). A copy arrives by being scanned: `POST /api/returns`. */
export const transfers = new Hono<Room>()
  .post('/', may('move-copies'), valid('json', sending), (c) => {
    const { copy: barcode, to: toBranchId, branch: deskBranchId } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId: deskBranchId,
      request: c.req.valid('json'),
      facts: copyFacts(barcode, now),
      decide: ({ desk, state, rules }) => sendTransfer({ ...desk, state, rules }, { toBranchId, deskBranchId }),
      record: (transfer, { id, branchId }, key) => [
        ...recordSentTransfer(transfer, { staffId: id, branchId: deskBranchId ?? branchId ?? toBranchId, now }),
        nameTransfer(key, transfer.copy.id, '$.transfer.id'),
      ],
      answer: (transfer) => ({ transfer: shown(transfer) }),
      onDone: ({ copy }) => touchRecord(copy.recordId),
    })
  })
  .get('/', may('take-back'), valid('query', here), async (c) => {
    const { branch: branchId } = c.req.valid('query')
    const { actor, transfers } = await c.var.db.ask({ actor: await actorOf(c), transfers: listTransfers(branchId, dayOf(c.var.now)) })
    const forbidden = forbidHere(c, actor, branchId)
    return forbidden ? refused(c, forbidden) : c.json({ transfers })
  })
  .post('/:copy/cancellation', may('move-copies'), valid('param', one), valid('json', cancelling), (c) => {
    const { reason, confirm } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: c.req.valid('json'),
      facts: copyFacts(c.req.valid('param').copy, now),
      decide: ({ desk, state }) => cancelTransfer({ copy: desk.copy, state }, reason, confirm.includes('transfer-is-on-its-way')),
      record: (cancelled, { id, branchId }) =>
        recordCancelledTransfer(cancelled, { staffId: id, branchId: branchId ?? cancelled.transfer.fromBranchId, now }),
      answer: ({ transfer, turnsRound }) => ({ transfer: { id: transfer.id, cancelled: true, turnsRound } }),
      onDone: ({ copy }) => touchRecord(copy.recordId),
    })
  })

function shown({ copy, fromBranchId, toBranchId, reason, sent }: SentTransfer) {
  return { copy: { barcode: copy.barcode, title: copy.title }, fromBranchId, toBranchId, reason, sent }
}
