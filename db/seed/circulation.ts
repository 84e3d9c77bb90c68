import type { Client, InStatement } from '@libsql/client/http'
import { addDays, type Day } from '../../worker/domain/calendar.ts'
import { checkIn } from '../../worker/domain/circulation/check-in.ts'
import { placeHold } from '../../worker/domain/circulation/holds/place-hold.ts'
import { reportIncident } from '../../worker/domain/circulation/incidents/report-incident.ts'
import { sendTransfer } from '../../worker/domain/circulation/transfers/send-transfer.ts'
import { isRefusal, type Refusal } from '../../worker/domain/refusal.ts'
import { checkInFacts } from '../circulation/check-in-facts.ts'
import { copyFacts } from '../circulation/copy-facts.ts'
import { placeHoldFacts } from '../circulation/place-hold-facts.ts'
import { recordCheckIn } from '../circulation/record-check-in.ts'
import { recordHold } from '../circulation/record-hold.ts'
import { recordIncident } from '../circulation/record-incident.ts'
import { recordSentTransfer } from '../circulation/record-transfer.ts'
import type { Question } from '../client.ts'
import { BRANCHES, CENTRAL_BRANCH } from './branches.ts'
import { instantAt } from './local-time.ts'

const EVENING = 20 * 3_600

/** An evening's work at the desks after the invented history, done by the rules: holds, set-aside copies, transfers, marked copies. */
export async function seedCirculation(client: Client, today: Day): Promise<void> {
  const day = addDays(today, -1)
  const now = new Date(instantAt(day, EVENING))
  const by = (branchId: number) => ({ staffId: branchId, branchId, now })

  async function deed<Facts, Decision extends object>(
    question: Question<Facts>,
    decide: (facts: Facts) => Decision | Refusal,
    record: (decision: Decision) => InStatement[],
  ): Promise<boolean> {
    const decision = decide(question.read(await client.batch(question.statements, 'read')))
    if (isRefusal(decision)) return false
    await client.batch(record(decision), 'write')
    return true
  }
  const hold = (card: string, record: number, pickupBranchId: number) =>
    deed(
      placeHoldFacts({ card, record, barcode: null, pickupBranchId }, now),
      (facts) => placeHold(facts, { recordId: record, copyId: null, pickupBranchId, notBefore: null, notAfter: null }),
      (decision) => recordHold(decision, day, by(pickupBranchId)),
    )
  const takeBack = (barcode: string, branchId: number) =>
    deed(
      checkInFacts(barcode, branchId, now),
      (facts) => checkIn(facts, { branchId, now }),
      (decision) => recordCheckIn(decision, by(branchId)),
    )
  const send = (barcode: string, toBranchId: number, deskBranchId: number) =>
    deed(
      copyFacts(barcode, now),
      ({ desk, state, rules }) => sendTransfer({ ...desk, state, rules }, { toBranchId, deskBranchId }),
      (decision) => recordSentTransfer(decision, by(deskBranchId)),
    )
  const mark = (barcode: string, kind: 'lost' | 'claimed-returned' | 'damaged' | 'missing', branchId: number) =>
    deed(
      copyFacts(barcode, now),
      ({ desk, ...facts }) => reportIncident({ ...desk, ...facts }, kind, null),
      (decision) => recordIncident(decision, by(branchId)),
    )

  const lent = (await client.execute(WANTED_LOANS)).rows.map((row) => ({
    barcode: String(row.barcode),
    record: Number(row.record_id),
    branch: Number(row.branch_id),
  }))
  const cards = (await client.execute(READERS_WITHOUT_LOANS)).rows.map(({ card }) => String(card))
  for (const [index, { record, branch }] of lent.slice(0, 8).entries()) {
    const away = (branch % BRANCHES.length) + 1
    for (const [nth, pickup] of [branch, away, branch].slice(0, 1 + (index % 3)).entries())
      await hold(cards[index * 3 + nth] ?? '', record, pickup)
  }
  for (const { barcode, branch } of lent.slice(0, 4)) await takeBack(barcode, branch)
  for (const { barcode, branch } of lent.slice(8, 10)) await takeBack(barcode, (branch % BRANCHES.length) + 1)
  const shelved = (await client.execute(ON_SHELF)).rows.map((row) => ({ barcode: String(row.barcode), branch: Number(row.branch_id) }))
  for (const { barcode, branch } of shelved.slice(0, 2)) await send(barcode, (branch % BRANCHES.length) + 1, branch)
  const elsewhere = shelved.slice(4).find(({ branch }) => branch !== CENTRAL_BRANCH)
  if (elsewhere) await send(elsewhere.barcode, CENTRAL_BRANCH, elsewhere.branch)
  for (const { barcode, branch } of shelved.slice(2, 3)) await mark(barcode, 'damaged', branch)
  for (const { barcode, branch } of shelved.slice(3, 4)) await mark(barcode, 'missing', branch)
  for (const { barcode, branch } of lent.slice(10, 11)) await mark(barcode, 'claimed-returned', branch)
  for (const { barcode, branch } of lent.slice(11, 12)) await mark(barcode, 'lost', branch)
}

/** The titles lent most, one loan of each. */
const WANTED_LOANS = `SELECT min(c.barcode) AS barcode, c.record_id, l.branch_id FROM loans l JOIN copies c ON c.id = l.copy_id
  WHERE l.returned_at IS NULL GROUP BY c.record_id ORDER BY count(*) DESC, c.record_id LIMIT 12`
const READERS_WITHOUT_LOANS = `SELECT d.card FROM readers d WHERE d.id > 3 AND d.blocked_reason IS NULL
  AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.reader_id = d.id AND l.returned_at IS NULL) ORDER BY d.id LIMIT 24`
const ON_SHELF = `SELECT c.barcode, s.branch_id FROM copies_on_shelf s JOIN copies c ON c.id = s.id WHERE c.id % 97 = 50 ORDER BY c.id`
