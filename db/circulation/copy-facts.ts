import { dayOf } from '../../worker/domain/calendar.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { copyState } from './copy-state.ts'
import { openLoanFacts } from './facts.ts'
import { holdRules } from './hold-rules.ts'

/** What transfers and marks ask: the copy, its loan with its reader, where it is, and the rules. */
export function copyFacts(barcode: string, now: Date) {
  return together({ desk: openLoanFacts(barcode, dayOf(now)), state: copyState(barcode), rules: holdRules(dayOf(now)) })
}

export function barcodeIsKnown(barcode: string): Question<boolean> {
  return {
    statements: [{ sql: 'SELECT 1 FROM copies WHERE barcode = ?', args: [barcode] }],
    read: (results) => rowsOf(results).length > 0,
  }
}
