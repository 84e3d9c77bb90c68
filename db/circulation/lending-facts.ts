import { dayOf } from '../../worker/domain/calendar.ts'
import type { CheckOutFacts } from '../../worker/domain/circulation/check-out.ts'
import type { EndLoanFacts } from '../../worker/domain/circulation/end-loan.ts'
import type { TitleHolds } from '../../worker/domain/circulation/hold-claims.ts'
import type { RenewalFacts } from '../../worker/domain/circulation/renew.ts'
import type { LibraryCalendar } from '../../worker/domain/library-calendar.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { calendarFacts, type Unknown } from './calendar.ts'
import { copyState } from './copy-state.ts'
import { cardFacts, type DeskFacts, openLoanFacts } from './facts.ts'
import { holdsForCopy } from './hold-facts.ts'
import { holdRules } from './hold-rules.ts'
import { loanPolicyFacts, longestLoan, policyFacts } from './policy.ts'
import { readerOfCard, readerWithCopy, standingFacts } from './standing.ts'

/** The branch of a desk: the one it names, else the one its librarian belongs to, else the home of the copy. */
export function deskBranch(named: number | undefined, sessionHash: string, barcode: string): Unknown {
  return {
    sql: `coalesce(?, (SELECT s.branch_id FROM sessions t JOIN staff s ON s.id = t.staff_id WHERE t.token_hash = ?),
            (SELECT branch_id FROM copies WHERE barcode = ?))`,
    args: [named ?? null, sessionHash, barcode],
  }
}

interface Scan {
  card: string
  barcode: string
  /** Confirmed: a loan of the copy ends first, so its facts are asked too (R15). */
  ending: boolean
}

/** What a desk asks whatever is scanned there. */
export function deskFacts(branch: number | Unknown, now: Date) {
  return together({ calendar: calendarFacts(branch, dayOf(now), asFarAsLoansGo(now)), rules: holdRules(dayOf(now)) })
}

/** Everything that a check-out asks. */
export function checkOutFacts(scan: Scan, branch: Unknown, now: Date): Question<CheckOutFacts> {
  const question = together({ scanned: scanFacts(scan, now), desk: deskFacts(branch, now) })
  return {
    statements: question.statements,
    read: (results) => {
      const { scanned, desk } = question.read(results)
      return { ...scanned, ...desk }
    },
  }
}

/** What a check-out asks about its reader and its copy. */
export function scanFacts({ card, barcode, ending }: Scan, now: Date): Question<Omit<CheckOutFacts, 'calendar' | 'rules'>> {
  const today = dayOf(now)
  const question = together({
    desk: cardFacts(card, barcode, today),
    standing: standingFacts(readerOfCard(card), today),
    state: copyState(barcode),
    policy: policyFacts(card, barcode, now),
    holds: holdsForCopy(barcode),
    ownHold: ownHold(card, barcode),
    ending: ending ? endLoanFacts(barcode, now) : NOTHING,
  })
  return {
    statements: question.statements,
    read: (results) => {
      const { desk, ...facts } = question.read(results)
      return { ...desk, ...facts }
    },
  }
}

const NOTHING: Question<undefined> = { statements: [], read: () => undefined }

/** What the end of a copy's loan asks: its reader, and what its days overdue bring. */
export function endLoanFacts(barcode: string, now: Date): Question<EndLoanFacts & DeskFacts> {
  const today = dayOf(now)
  const question = together({
    desk: openLoanFacts(barcode, today),
    standing: standingFacts(readerWithCopy(barcode), today),
    policy: loanPolicyFacts(barcode, now),
    calendar: loanCalendarFacts(barcode, now),
  })
  return {
    statements: question.statements,
    read: (results) => {
      const { desk, ...facts } = question.read(results)
      return { ...desk, ...facts }
    },
  }
}

/** What the loss of a lent copy costs asks; any other mark asks nothing (R60). */
export function lostTerms(barcode: string, kind: string, now: Date): Question<EndLoanFacts | undefined> {
  return kind === 'lost' ? endLoanFacts(barcode, now) : NOTHING
}

/** Everything that a renewal asks: the policy is that of the loan, the calendar that of the branch that lent. */
export function renewalFacts(barcode: string, now: Date): Question<RenewalFacts> {
  const today = dayOf(now)
  const question = together({
    ending: endLoanFacts(barcode, now),
    state: copyState(barcode),
    holds: holdsForCopy(barcode),
    rules: holdRules(today),
    othersOnShelf: othersOnShelf(barcode),
  })
  return {
    statements: question.statements,
    read: (results) => {
      const { ending, ...facts } = question.read(results)
      return { ...ending, ...facts }
    },
  }
}

const OF_OPEN_LOAN = 'FROM copies c JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL WHERE c.barcode = ?'

/** The calendar of the branch that lent a copy: from the day it was due, for the days overdue are counted by it. */
function loanCalendarFacts(barcode: string, now: Date): Question<LibraryCalendar> {
  const today = dayOf(now)
  const branch = { sql: `(SELECT l.branch_id ${OF_OPEN_LOAN})`, args: [barcode] }
  const from = { sql: `min(?, coalesce((SELECT l.due_on ${OF_OPEN_LOAN}), ?))`, args: [today, barcode, today] }
  return calendarFacts(branch, from, asFarAsLoansGo(now))
}

function asFarAsLoansGo(now: Date): Unknown {
  const longest = longestLoan(now)
  return { sql: `date(?, '+' || ${longest.sql} || ' days')`, args: [dayOf(now), ...longest.args] }
}

function othersOnShelf(barcode: string): Question<number> {
  return {
    statements: [
      {
        sql: 'SELECT coalesce(sum(on_shelf), 0) AS others FROM stock WHERE record_id = (SELECT record_id FROM copies WHERE barcode = ?)',
        args: [barcode],
      },
    ],
    read: (results) => Number(rowsOf(results)[0]?.others ?? 0),
  }
}

function ownHold(card: string, barcode: string): Question<TitleHolds['ownHold']> {
  return {
    statements: [
      {
        sql: `SELECT id, copy_id, changes FROM holds WHERE closed_at IS NULL AND record_id = (SELECT record_id FROM copies WHERE barcode = ?)
                AND reader_id = (SELECT id FROM readers WHERE card = ?)`,
        args: [barcode, card],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      return row && { id: Number(row.id), copyId: row.copy_id === null ? null : Number(row.copy_id), changes: Number(row.changes) }
    },
  }
}
