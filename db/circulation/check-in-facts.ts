import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import type { CheckInFacts } from '../../worker/domain/circulation/check-in.ts'
import { shelfExpiry } from '../../worker/domain/circulation/holds/shelf-expiry.ts'
import { type Question, together } from '../client.ts'
import { calendarFacts } from './calendar.ts'
import { copyState } from './copy-state.ts'
import { holdsForCopy } from './hold-facts.ts'
import { holdRules } from './hold-rules.ts'
import { endLoanFacts } from './lending-facts.ts'
import { policyForShelf } from './policy.ts'

/** As far as this the closings of a branch count for the last day on its hold shelf. */
const LONGEST_SHELF_DAYS = 60

/** Everything that a return asks: the copy, its loan, where it is, who waits for it, and until when it would wait here. */
export function checkInFacts(barcode: string, branchId: number, now: Date, heardAt = now): Question<CheckInFacts> {
  const today = dayOf(now)
  // Its reader hears of it only now, however long ago it was set aside.
  const asideFrom = dayOf(heardAt)
  const question = together({
    ending: endLoanFacts(barcode, now),
    state: copyState(barcode),
    holds: holdsForCopy(barcode),
    rules: holdRules(today),
    calendar: calendarFacts(branchId, today, addDays(asideFrom, LONGEST_SHELF_DAYS)),
    shelf: policyForShelf(barcode, branchId, now),
  })
  return {
    statements: question.statements,
    read: (results) => {
      const { ending, calendar, shelf, ...facts } = question.read(results)
      const { copy, openLoan, reader } = ending
      return { copy, openLoan, reader, ending, ...facts, shelfUntil: shelfExpiry(calendar, asideFrom, shelf.holdShelfDays) }
    },
  }
}
