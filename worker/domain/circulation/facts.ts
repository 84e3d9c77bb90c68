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
  /** By hand, by somebody on the staff. */
  blocked: boolean
  loansMade: number
}

export interface LoanFacts {
  id: number
  dueOn: Day
  renewals: number
}

/** Who has a copy now, and on what terms. */
export interface OpenLoan extends LoanFacts {
  readerId: number
  lentOn: Day
  onSite: boolean
  /** In tiyn; null if the copy has no price. */
  price: number | null
}
