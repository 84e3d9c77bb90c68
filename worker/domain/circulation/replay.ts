import type { Day } from '../calendar.ts'
import type { LibraryCalendar } from '../library-calendar.ts'
import { choosePolicy, type PolicyPlace, rulesFor } from './choose-policy.ts'
import { dueDate } from './due-date.ts'
import { isLimitReached, nothingAllowed } from './loan-limits.ts'
import { daysOverdue, fineFor } from './overdue.ts'
import type { Policy, PolicyRule } from './policy.ts'
import type { HeldLoan } from './standing.ts'

/** A loan as it was, for asking what it would have been under other rules. */
export interface PastLoan {
  id: number
  barcode: string
  title: string
  place: PolicyPlace
  branchId: number
  lentOn: Day
  returnedOn: Day | null
  dueOn: Day
  renewals: number
  onSite: boolean
  price: number | null
  /** What its reader had when it was made. */
  held: readonly HeldLoan[]
}

export const CHANGES = [
  'not-lent',
  'over-the-limit',
  'within-the-limit',
  'due-earlier',
  'due-later',
  'fewer-renewals',
  'more-renewals',
  'would-be-overdue',
  'would-be-in-time',
  'fined-more',
  'fined-less',
] as const
export type Change = (typeof CHANGES)[number]

export interface Replayed {
  loan: PastLoan
  changes: Change[]
  /** The rule of the draft that describes it best, as `branch category material`. */
  rule: string
  due: { before: Day; after: Day }
  /** In tiyn. */
  fine: { before: number; after: number }
}

export interface PolicySet {
  versionId: number
  rules: readonly PolicyRule[]
}

/** What would have become of a loan under a draft, beside what becomes of it under the policy in force. */
export function replay(loan: PastLoan, inForce: PolicySet, draft: PolicySet, calendar: LibraryCalendar): Replayed {
  const before = choosePolicy(inForce.versionId, inForce.rules, loan.place)
  const after = choosePolicy(draft.versionId, draft.rules, loan.place)
  const due = { before: firstDue(loan, before, calendar), after: firstDue(loan, after, calendar) }
  const fine = { before: fined(loan, due.before, before, calendar), after: fined(loan, due.after, after, calendar) }
  const [best] = rulesFor(draft.rules, loan.place)
  const changes = CHANGES.filter((change) => holds(change, loan, { before, after }, due, fine))
  return { loan, changes, rule: best ? [best.branchId, best.category, best.material].map((part) => part ?? '*').join(' ') : '', due, fine }
}

interface Pair<Value> {
  before: Value
  after: Value
}

function holds(change: Change, loan: PastLoan, policy: Pair<Policy>, due: Pair<Day>, fine: Pair<number>): boolean {
  const standing = { loans: loan.held, suspendedUntil: null, debt: 0 }
  const allowed = map(policy, (one) => !nothingAllowed(one, loan.onSite))
  const full = map(policy, (one) => isLimitReached(standing, one, loan.onSite))
  const renewable = map(policy, ({ maxRenewals }) => maxRenewals ?? Number.POSITIVE_INFINITY)
  const late = map(due, (day) => loan.returnedOn !== null && loan.renewals === 0 && loan.returnedOn > day)
  switch (change) {
    case 'not-lent':
      return allowed.before && !allowed.after
    case 'over-the-limit':
      return allowed.after && !full.before && full.after
    case 'within-the-limit':
      return allowed.after && full.before && !full.after
    case 'due-earlier':
      return due.after < due.before
    case 'due-later':
      return due.after > due.before
    case 'fewer-renewals':
      return loan.renewals > renewable.after && loan.renewals <= renewable.before
    case 'more-renewals':
      return loan.renewals >= renewable.before && loan.renewals < renewable.after
    case 'would-be-overdue':
      return !late.before && late.after
    case 'would-be-in-time':
      return late.before && !late.after
    case 'fined-more':
      return fine.after > fine.before
    case 'fined-less':
      return fine.after < fine.before
  }
}

const map = <From, To>({ before, after }: Pair<From>, to: (one: From) => To): Pair<To> => ({ before: to(before), after: to(after) })

function firstDue(loan: PastLoan, policy: Policy, calendar: LibraryCalendar): Day {
  if (loan.onSite) return loan.lentOn
  return dueDate(
    { policy: { ...policy, hardDueOn: null, dueBeforeCardExpires: false }, calendar, cardExpiresOn: loan.lentOn, waiting: 0 },
    loan.lentOn,
  ).dueOn
}

/** Only loans that were never renewed: nobody knows what the others' readers would have done. */
function fined({ returnedOn, renewals, price }: PastLoan, dueOn: Day, policy: Policy, calendar: LibraryCalendar): number {
  if (returnedOn === null || renewals > 0 || returnedOn <= dueOn) return 0
  return fineFor(daysOverdue(dueOn, returnedOn, policy, calendar), policy, price)
}
