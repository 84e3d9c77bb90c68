import type { Day } from '../../worker/domain/calendar.ts'
import { instantAt } from './local-time.ts'

export type Deed =
  | 'loan'
  | 'return'
  | 'renewal'
  | 'visit'
  | 'reader-registered'
  | 'reader-re-registered'
  | 'search'
  | 'unmet-search'
  | 'reference-question'
  | 'internet-session'
  | 'on-site-use'
  | 'paid-service'
  | 'event'
  | 'event-visit'

export interface JournalLine {
  at: string
  day: Day
  deed: Deed
  staffId: number | null
  branchId: number | null
  language: string
  contentGroup: string | null
  kind: string | null
  readerCategory: string | null
  ageBand: string | null
  loanId: number | null
  recordId: number | null
  firstOfYear: boolean
  byHand: boolean
  quantity: number
  amount: number | null
}

export const lineOf = (line: Pick<JournalLine, 'at' | 'day' | 'deed'> & Partial<JournalLine>): JournalLine => ({
  staffId: null,
  branchId: null,
  language: 'und',
  contentGroup: null,
  kind: null,
  readerCategory: null,
  ageBand: null,
  loanId: null,
  recordId: null,
  firstOfYear: false,
  byHand: false,
  quantity: 1,
  amount: null,
  ...line,
})

export interface Loan {
  id: number
  copyId: number
  readerId: number
  readerOrdinal: number
  branchId: number
  lentAt: string
  dueOn: Day
  renewals: number
  returnedAt: string | null
  returnedBranchId: number | null
}

export interface LoanChange {
  loanId: number
  ordinal: number
  deed: 'return' | 'renewal'
  at: string
  staffId: number
}

/** The searches of one day in one language: the public catalogue belongs to no branch and to no reader. */
export function searchLine(day: Day, language: string, quantity: number): JournalLine {
  return lineOf({ at: instantAt(day, 20 * 3_600), day, deed: 'search', language, quantity })
}
