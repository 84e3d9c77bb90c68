import type { InValue } from '@libsql/client/http'
import { type Day, dayOf } from '../../worker/domain/calendar.ts'
import type { PlaceHoldFacts } from '../../worker/domain/circulation/holds/place-hold.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { cardFacts } from './facts.ts'
import { holdRules } from './hold-rules.ts'
import { holdableCopies } from './holdable-copies.ts'
import { policyFacts, policyForRecord } from './policy.ts'
import { readerOfCard, standingFacts } from './standing.ts'

export interface HoldAsked {
  card: string
  /** A title, or the one copy that will do. */
  record: number | null
  barcode: string | null
  pickupBranchId: number
}

/** Everything that placing a hold asks. */
export function placeHoldFacts({ card, record, barcode, pickupBranchId }: HoldAsked, now: Date): Question<PlaceHoldFacts> {
  const today = dayOf(now)
  const question = together({
    desk: cardFacts(card, barcode ?? '', today),
    standing: standingFacts(readerOfCard(card), today),
    policy: barcode === null ? policyForRecord(card, record ?? 0, pickupBranchId, now) : policyFacts(card, barcode, now),
    queue: queueFacts({ card, record, barcode }, today),
    copies: holdableCopies({ record, barcode }),
    rules: holdRules(today),
  })
  return {
    statements: question.statements,
    read: (results) => {
      const { desk, queue, ...facts } = question.read(results)
      return { reader: desk.reader, ...queue, ...facts }
    },
  }
}

type Queue = Pick<PlaceHoldFacts, 'holds' | 'record' | 'waiting'>

function queueFacts({ card, record, barcode }: Omit<HoldAsked, 'pickupBranchId'>, today: Day): Question<Queue> {
  const [wanted, args]: [string, InValue[]] =
    barcode === null ? ['?', [record]] : ['(SELECT record_id FROM copies WHERE barcode = ?)', [barcode]]
  return {
    statements: [
      {
        sql: `SELECT d.holds_made, (SELECT count(*) FROM holds h WHERE h.reader_id = d.id AND h.closed_at IS NULL) AS open,
                (SELECT count(*) FROM holds h WHERE h.reader_id = d.id AND h.placed_on = ?) AS today,
                EXISTS (SELECT 1 FROM holds h WHERE h.reader_id = d.id AND h.closed_at IS NULL AND h.record_id = ${wanted}) AS for_this_title
              FROM readers d WHERE d.card = ?`,
        args: [today, ...args, card],
      },
      {
        sql: `SELECT r.id, r.title, (SELECT count(*) FROM holds h WHERE h.record_id = r.id AND h.state = 'queued') AS waiting
              FROM records r WHERE r.id = ${wanted}`,
        args,
      },
    ],
    read: (results) => {
      const [reader, record] = [rowsOf(results)[0], rowsOf(results, 1)[0]]
      return {
        holds: {
          made: Number(reader?.holds_made ?? 0),
          open: Number(reader?.open ?? 0),
          today: Number(reader?.today ?? 0),
          forThisTitle: reader?.for_this_title === 1,
        },
        record: record && { id: Number(record.id), title: String(record.title) },
        waiting: Number(record?.waiting ?? 0),
      }
    },
  }
}
