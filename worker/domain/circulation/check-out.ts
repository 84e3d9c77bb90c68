import { addDays, type Day, nextOpenDay } from '../calendar.ts'
import { type Refusal, refusalOf, refuse } from '../refusal.ts'
import type { CopyFacts, LoanFacts, Policy, ReaderFacts } from './facts.ts'

export interface CheckOutFacts {
  reader: ReaderFacts | undefined
  copy: CopyFacts | undefined
  openLoan: LoanFacts | undefined
  policy: Policy
}

export interface NewLoan {
  copy: CopyFacts
  reader: ReaderFacts
  readerOrdinal: number
  dueOn: Day
}

/** Lends a copy, or says everything that stands against it (R10, R11). */
export function checkOut({ reader, copy, openLoan, policy }: CheckOutFacts, today: Day): NewLoan | Refusal {
  if (!reader) return copy ? refuse('reader-not-found') : refuse('reader-not-found', 'copy-not-found')
  if (!copy) return refuse('copy-not-found')
  const refusal = refusalOf([
    [openLoan !== undefined, 'copy-is-on-loan'],
    [copy.withdrawn, 'copy-is-withdrawn'],
    [copy.onSiteOnly, 'copy-is-on-site-only'],
    [reader.blocked, 'reader-is-blocked'],
    [reader.cardExpiresOn < today, 'card-has-expired'],
    [reader.openLoans >= policy.maxLoans, 'too-many-loans'],
    [reader.overdueLoans > 0, 'reader-has-overdue-loans'],
  ])
  if (refusal) return refusal
  return { copy, reader, readerOrdinal: reader.loansMade + 1, dueOn: nextOpenDay(addDays(today, policy.loanDays)) }
}
