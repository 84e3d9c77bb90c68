import type { Day } from '../calendar.ts'

export interface CopyFacts {
  id: number
  barcode: string
  recordId: number
  title: string
  author: string | null
  language: string
  contentGroup: string
  homeBranchId: number
  onSiteOnly: boolean
  withdrawn: boolean
}

export interface ReaderFacts {
  id: number
  card: string
  name: string
  category: string
  birthYear: number | null
  cardExpiresOn: Day
  blocked: boolean
  loansMade: number
  openLoans: number
  overdueLoans: number
}

export interface LoanFacts {
  id: number
  dueOn: Day
  renewals: number
}

/** `maxLoans` copies at once, for `loanDays` days, renewed `maxRenewals` times. */
export interface Policy {
  maxLoans: number
  loanDays: number
  maxRenewals: number
}
