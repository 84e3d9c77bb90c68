import { type Day, daysBetween } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { CopyFacts, LoanFacts, ReaderFacts } from './facts.ts'

export interface CheckInFacts {
  copy: CopyFacts | undefined
  openLoan: LoanFacts | undefined
  reader: ReaderFacts | undefined
}

export interface ReturnedLoan {
  loan: LoanFacts
  copy: CopyFacts
  reader: ReaderFacts | undefined
  overdueDays: number
  /** The branch that owns the copy, when it is not the one where it came back. */
  routeTo: number | null
}

export function checkIn({ copy, openLoan, reader }: CheckInFacts, branchId: number, today: Day): ReturnedLoan | Refusal {
  if (!copy) return refuse('copy-not-found')
  if (!openLoan) return refuse('copy-is-not-on-loan')
  return {
    loan: openLoan,
    copy,
    reader,
    overdueDays: Math.max(0, daysBetween(openLoan.dueOn, today)),
    routeTo: copy.homeBranchId === branchId ? null : copy.homeBranchId,
  }
}
