import { type Day, daysBetween } from '../calendar.ts'
import { isRefusal } from '../refusal.ts'
import type { CopyState } from './copy-state.ts'
import type { EndLoanFacts } from './end-loan.ts'
import type { CopyFacts, OpenLoan } from './facts.ts'
import { type ReportedIncident, reportIncident } from './incidents/report-incident.ts'
import { wholeTengeIn } from './whole-tenge.ts'

export interface LostBook {
  incident: ReportedIncident
  charge: LostCharge | undefined
}

export interface LostCharge {
  loan: OpenLoan
  /** In tiyn. */
  amount: number
}

/** Is a book so long overdue that it counts as lost (R60)? */
export function becomeLost(
  facts: EndLoanFacts & { copy: CopyFacts | undefined; state: CopyState | undefined },
  today: Day,
): LostBook | undefined {
  const { openLoan, policy } = facts
  if (!openLoan || policy.lostAfterDays === null || daysBetween(openLoan.dueOn, today) < policy.lostAfterDays) return undefined
  const incident = reportIncident(facts, 'lost', null)
  if (isRefusal(incident)) return undefined
  return { incident, charge: lostCharge(facts) }
}

/** What a lost book costs its reader: its price where the policy says so, otherwise an equal book and no money. */
export function lostCharge({ openLoan, policy }: EndLoanFacts): LostCharge | undefined {
  if (!openLoan?.price || !policy.chargeLost) return undefined
  return { loan: openLoan, amount: wholeTengeIn(openLoan.price) }
}
