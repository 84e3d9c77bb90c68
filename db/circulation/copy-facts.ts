import { dayOf } from '../../worker/domain/calendar.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { copyState } from './copy-state.ts'
import { openLoanFacts } from './facts.ts'
import { holdRules } from './hold-rules.ts'

/** What transfers and marks ask: the copy, its loan with its reader, where it is, and the rules. */
export function copyFacts(barcode: string, now: Date) {
  return together({
    desk: openLoanFacts(barcode, dayOf(now)),
    state: copyState(barcode),
    rules: holdRules(dayOf(now)),
    claims: claimsMade(barcode),
  })
}

/** How often the reader who has this copy has said of a book that it was returned (R61). */
function claimsMade(barcode: string): Question<number> {
  return {
    statements: [
      {
        sql: `SELECT d.claims_made FROM copies c JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL JOIN readers d ON d.id = l.reader_id
              WHERE c.barcode = ?`,
        args: [barcode],
      },
    ],
    read: (results) => Number(rowsOf(results)[0]?.claims_made ?? 0),
  }
}

export function barcodeIsKnown(barcode: string): Question<boolean> {
  return {
    statements: [{ sql: 'SELECT 1 FROM copies WHERE barcode = ?', args: [barcode] }],
    read: (results) => rowsOf(results).length > 0,
  }
}
