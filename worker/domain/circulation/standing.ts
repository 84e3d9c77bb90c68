import type { Day } from '../calendar.ts'

/** A book that the reader has now. */
export interface HeldLoan {
  id: number
  recordId: number
  dueOn: Day
  onSite: boolean
  /** Whose rules it was lent under, and what it is (R5, R6). */
  branchId: number
  material: string
  parentMaterial: string | null
  lost: boolean
  /** The reader says that it was returned: it is not held against them (R61). */
  claimed: boolean
}

/** What the library knows of a reader's dealings with it. */
export interface Standing {
  loans: readonly HeldLoan[]
  suspendedUntil: Day | null
  /** What the reader owes, in tiyn. */
  debt: number
}

/** Books taken home. */
export function takenHome({ loans }: Standing): HeldLoan[] {
  return loans.filter(({ onSite }) => !onSite)
}
