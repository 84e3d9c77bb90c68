import { addDays, type Day, daysBetween } from '../calendar.ts'
import { type Refusal, type RefusalSlug, refuse } from '../refusal.ts'
import type { Actor } from '../staff/permissions.ts'
import { blocksAgainst } from './blocks.ts'
import { confirmedAway } from './confirmation.ts'
import type { CopyState } from './copy-state.ts'
import { renewedDueDate } from './due-date.ts'
import { type EndLoanFacts, endLoan } from './end-loan.ts'
import type { CopyFacts, OpenLoan, ReaderFacts } from './facts.ts'
import { keptWaiting, type TitleHolds } from './hold-claims.ts'
import type { Overdue } from './overdue.ts'
import type { Policy } from './policy.ts'

export interface RenewalFacts extends EndLoanFacts, Pick<TitleHolds, 'holds' | 'rules'> {
  copy: CopyFacts | undefined
  state: CopyState | undefined
  /** Other copies of the title that can be had now. */
  othersOnShelf: number
}

/** Asked for at the desk, by the reader, or by the night (R34). */
export type RenewedBy = { at: 'desk'; actor: Actor; confirm: readonly string[] } | { at: 'home' } | { at: 'night' }

export interface RenewedLoan {
  loan: OpenLoan
  copy: CopyFacts
  reader: ReaderFacts
  dueOn: Day
  renewals: number
  loansNow: number
  /** That lent it. */
  branchId: number
  /** What the days overdue until now have brought (R35). */
  overdue: Overdue | undefined
  automatic: boolean
}

/** Renews a loan, or says everything that stands against it, in the order the desk explains it to a reader (R30). */
export function renew(facts: RenewalFacts, today: Day, by: RenewedBy): RenewedLoan | Refusal {
  const { copy, state, openLoan, reader, policy, calendar } = facts
  if (!copy || !state) return refuse('copy-not-found')
  if (!openLoan || !reader) return refuse('copy-is-not-on-loan')
  const dueOn = renewedDueDate({ policy, calendar, cardExpiresOn: reader.cardExpiresOn }, openLoan.dueOn, today)
  const reasons: [boolean, RefusalSlug][] = [
    [openLoan.onSite, 'loan-is-on-site'],
    [state.incident !== undefined && state.incident.kind !== 'damaged', 'copy-is-lost'],
    // R36.
    [policy.maxRenewals !== null && openLoan.renewals >= policy.maxRenewals, 'no-renewals-left'],
    ...againstReader(facts, reader, openLoan, today),
    [isTooSoon(openLoan, policy, today, by), 'too-soon-to-renew'],
    [isTooLate(openLoan, policy, today, by), 'no-renewals-left'],
    [readersWaiting({ ...facts, copy, state }) > 0, 'title-is-on-hold'],
    [dueOn <= openLoan.dueOn, 'renewal-changes-nothing'],
  ]
  const against = [...new Set(reasons.filter(([holds]) => holds).map(([, slug]) => slug))]
  const refusal = by.at === 'desk' ? confirmedAway(against, by.confirm, by.actor) : confirmedAway(against)
  if (refusal) return refusal
  const overdue = endLoan(facts, today)?.overdue
  return {
    loan: openLoan,
    copy,
    reader,
    dueOn,
    renewals: openLoan.renewals + 1,
    loansNow: facts.standing.loans.length,
    branchId: calendar.branchId,
    overdue,
    automatic: by.at === 'night',
  }
}

function againstReader({ standing, policy }: RenewalFacts, reader: ReaderFacts, loan: OpenLoan, today: Day): [boolean, RefusalSlug][] {
  const others = { ...standing, loans: standing.loans.filter(({ id }) => id !== loan.id) }
  const blocks = blocksAgainst('renewal', reader, others, policy, today)
  const threshold = policy.overdueBlocksRenewalAfterDays
  const overdue = threshold !== null && daysBetween(loan.dueOn, today) > Math.max(threshold, policy.graceDays)
  return [
    ...[...blocks.impossible, ...blocks.confirmable].map((slug): [boolean, RefusalSlug] => [true, slug]),
    [overdue, 'loan-is-overdue'],
  ]
}

/** Not before its day; the night renews only what is due (R33, R34). */
function isTooSoon({ dueOn }: OpenLoan, { renewableDaysBefore }: Policy, today: Day, { at }: RenewedBy): boolean {
  const daysBefore = renewableDaysBefore ?? (at === 'night' ? 0 : null)
  return daysBefore !== null && today < addDays(dueOn, -daysBefore)
}

function isTooLate({ lentOn }: OpenLoan, { autoRenew, autoRenewWithinDays }: Policy, today: Day, { at }: RenewedBy): boolean {
  if (at !== 'night') return false
  return !autoRenew || (autoRenewWithinDays !== null && daysBetween(lentOn, today) > autoRenewWithinDays)
}

function readersWaiting(facts: RenewalFacts & { copy: CopyFacts; state: CopyState }): number {
  const { copy, state, policy, othersOnShelf } = facts
  return keptWaiting(copy, state, facts, { allowed: policy.renewIfOthersCanServe, onShelf: othersOnShelf })
}
