import { type Day, daysBetween } from '../calendar.ts'
import { isRefusal } from '../refusal.ts'
import type { CopyState } from './copy-state.ts'
import type { EndLoanFacts } from './end-loan.ts'
import type { CopyFacts, OpenLoan } from './facts.ts'
import { type ReportedIncident, reportIncident } from './incidents/report-incident.ts'

export interface LostBook {
  incident: ReportedIncident
  loan: OpenLoan
  /** In tiyn; 0 where the policy charges nothing: the reader brings an equal book. */
  charge: number
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
  return { incident, loan: openLoan, charge: lostCharge(facts) }
}

/** What a lost book costs its reader. */
export function lostCharge({ openLoan, policy }: EndLoanFacts): number {
  return policy.chargeLost ? (openLoan?.price ?? 0) : 0
}
