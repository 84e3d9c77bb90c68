import { addDays, type Day, nextOpenDay } from '../calendar.ts'
import { type Refusal, refusalOf, refuse } from '../refusal.ts'
import type { CopyFacts, LoanFacts, Policy, ReaderFacts } from './facts.ts'

export interface RenewalFacts {
  copy: CopyFacts | undefined
  openLoan: LoanFacts | undefined
  reader: ReaderFacts | undefined
  policy: Policy
}

export interface RenewedLoan {
  loan: LoanFacts
  copy: CopyFacts
  reader: ReaderFacts
  dueOn: Day
  renewals: number
}

/** The renewal rules, in the order the desk explains them to a reader (R30, R32, R36). */
export function renew({ copy, openLoan, reader, policy }: RenewalFacts, today: Day): RenewedLoan | Refusal {
  if (!copy) return refuse('copy-not-found')
  if (!openLoan || !reader) return refuse('copy-is-not-on-loan')
  const dueOn = nextOpenDay(addDays(today, policy.loanDays))
  const refusal = refusalOf([
    [openLoan.renewals >= policy.maxRenewals, 'no-renewals-left'],
    [reader.blocked, 'reader-is-blocked'],
    [reader.cardExpiresOn < today, 'card-has-expired'],
    [openLoan.dueOn < today, 'loan-is-overdue'],
    [dueOn <= openLoan.dueOn, 'renewal-changes-nothing'],
  ])
  return refusal ?? { loan: openLoan, copy, reader, dueOn, renewals: openLoan.renewals + 1 }
}
