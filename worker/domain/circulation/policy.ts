import type { Day } from '../calendar.ts'

/** How a loan period is counted (R20). */
export type DueMode = 'any-day' | 'next-open-day' | 'open-days' | 'same-weekday'

/** What the policy says about one loan, hold or renewal. Days are whole days, money is in tiyn, `null` means no limit. */
export interface PolicyTerms {
  /** Counts what its rule describes: books of that branch, of that material (R5, R6). */
  maxLoans: number | null
  /** In the reading room at once. */
  maxOnSite: number | null
  leastAge: number
  /** Another copy of a title that the reader has already. */
  sameTitle: 'allow' | 'confirm'
  loanDays: number
  dueMode: DueMode
  hardDueOn: Day | null
  hardDueIs: 'exactly' | 'not-after' | 'not-before'
  dueBeforeCardExpires: boolean
  /** From so many readers waiting on, a loan lasts `highDemandDays` (R26). */
  highDemandHolds: number | null
  highDemandDays: number
  maxRenewals: number | null
  /** Null: as long as a loan. */
  renewalDays: number | null
  renewFrom: 'today' | 'due-day'
  /** Not earlier than so many days before the due day (R33). */
  renewableDaysBefore: number | null
  /** Renewed although somebody waits, while other copies on the shelves can serve all who wait (R31). */
  renewIfOthersCanServe: boolean
  autoRenew: boolean
  /** Automatic renewal ends so many days after the loan (R34). */
  autoRenewWithinDays: number | null
  maxHolds: number | null
  maxHoldsPerRecord: number | null
  /** Open days that a book waits on the hold shelf (R49). */
  holdShelfDays: number
  /** What overdue books do to new loans, and from how many days overdue on (R5b). */
  overdue: 'block' | 'confirm' | 'allow'
  overdueBlocksAfterDays: number
  /** The same threshold for renewals and for holds; `null` does not block. */
  overdueBlocksRenewalAfterDays: number | null
  overdueBlocksHoldsAfterDays: number | null
  maxLost: number | null
  maxDebt: number | null
  /** Days overdue that have no consequence. */
  graceDays: number
  overdueCountsClosedDays: boolean
  /** Days without loans for each `suspensionEveryDays` overdue (R5a). */
  suspensionDays: number
  suspensionEveryDays: number
  maxSuspensionDays: number | null
  suspensionsAddUp: boolean
  suspensionSkipsClosedDays: boolean
  /** For each `fineEveryDays` overdue (R56). */
  fine: number
  fineEveryDays: number
  fineFalls: 'at-start' | 'at-end'
  fineCountsGrace: boolean
  maxFine: number | null
  fineUpToPrice: boolean
  /** A book so many days overdue is lost; its price is charged only where the policy says so (R60). */
  lostAfterDays: number | null
  chargeLost: boolean
}

/** One line of the policy: what it leaves out it inherits from the next less specific line (R3). */
export interface PolicyRule {
  branchId: number | null
  category: string | null
  material: string | null
  terms: Partial<PolicyTerms>
}

/** At most `max` loans at once of this branch's books, of this material; `null` is any. */
export interface LoanLimit {
  branchId: number | null
  material: string | null
  max: number
}

/** The terms that hold for one copy and one reader, and the version of the policy that says so. */
export interface Policy extends PolicyTerms {
  versionId: number
  /** What the copy is, and what that belongs to (R5). */
  material: string
  parentMaterial: string | null
  limits: LoanLimit[]
}

/** The defaults of this library: five copies for fifteen days, two renewals, no money. */
export const LIBRARY_TERMS: PolicyTerms = {
  maxLoans: 5,
  maxOnSite: 10,
  leastAge: 0,
  sameTitle: 'allow',
  loanDays: 15,
  dueMode: 'next-open-day',
  hardDueOn: null,
  hardDueIs: 'not-after',
  dueBeforeCardExpires: true,
  highDemandHolds: null,
  highDemandDays: 7,
  maxRenewals: 2,
  renewalDays: null,
  renewFrom: 'today',
  renewableDaysBefore: null,
  renewIfOthersCanServe: false,
  autoRenew: false,
  autoRenewWithinDays: null,
  maxHolds: 5,
  maxHoldsPerRecord: 1,
  holdShelfDays: 5,
  overdue: 'block',
  overdueBlocksAfterDays: 0,
  overdueBlocksRenewalAfterDays: 0,
  overdueBlocksHoldsAfterDays: null,
  maxLost: 0,
  maxDebt: null,
  graceDays: 0,
  overdueCountsClosedDays: false,
  suspensionDays: 0,
  suspensionEveryDays: 1,
  maxSuspensionDays: null,
  suspensionsAddUp: false,
  suspensionSkipsClosedDays: false,
  fine: 0,
  fineEveryDays: 1,
  fineFalls: 'at-end',
  fineCountsGrace: true,
  maxFine: null,
  fineUpToPrice: true,
  lostAfterDays: 180,
  chargeLost: false,
}
