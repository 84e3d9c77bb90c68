import type { PolicyTerms } from '../../../worker/domain/circulation/policy.ts'

export type Term = keyof PolicyTerms

/** How a term is entered: `open` may have no limit. */
export type TermField =
  | { term: Term; as: 'number' | 'tenge' | 'day'; open: boolean }
  | { term: Term; as: 'yes-or-no' }
  | { term: Term; as: 'choice'; choices: readonly Choice[] }

export type Choice =
  | 'any-day'
  | 'next-open-day'
  | 'open-days'
  | 'same-weekday'
  | 'exactly'
  | 'not-after'
  | 'not-before'
  | 'allow'
  | 'confirm'
  | 'block'
  | 'today'
  | 'due-day'
  | 'at-start'
  | 'at-end'

export type TermGroup = 'lending' | 'due' | 'renewing' | 'holding' | 'overdue' | 'money'

const number = (term: Term): TermField => ({ term, as: 'number', open: false })
const limit = (term: Term): TermField => ({ term, as: 'number', open: true })
const yes = (term: Term): TermField => ({ term, as: 'yes-or-no' })
const choice = (term: Term, ...choices: Choice[]): TermField => ({ term, as: 'choice', choices })

/** Every term of the policy, as the form shows them. */
export const TERM_GROUPS: Record<TermGroup, readonly TermField[]> = {
  lending: [limit('maxLoans'), limit('maxOnSite'), number('leastAge'), choice('sameTitle', 'allow', 'confirm')],
  due: [
    number('loanDays'),
    choice('dueMode', 'next-open-day', 'any-day', 'open-days', 'same-weekday'),
    { term: 'hardDueOn', as: 'day', open: true },
    choice('hardDueIs', 'not-after', 'exactly', 'not-before'),
    yes('dueBeforeCardExpires'),
    limit('highDemandHolds'),
    number('highDemandDays'),
  ],
  renewing: [
    limit('maxRenewals'),
    limit('renewalDays'),
    choice('renewFrom', 'today', 'due-day'),
    limit('renewableDaysBefore'),
    yes('renewIfOthersCanServe'),
    yes('autoRenew'),
    limit('autoRenewWithinDays'),
  ],
  holding: [limit('maxHolds'), limit('maxHoldsPerRecord'), number('holdShelfDays')],
  overdue: [
    choice('overdue', 'block', 'confirm', 'allow'),
    number('overdueBlocksAfterDays'),
    limit('overdueBlocksRenewalAfterDays'),
    limit('overdueBlocksHoldsAfterDays'),
    number('graceDays'),
    yes('overdueCountsClosedDays'),
    number('suspensionDays'),
    number('suspensionEveryDays'),
    limit('maxSuspensionDays'),
    yes('suspensionsAddUp'),
    yes('suspensionSkipsClosedDays'),
    limit('lostAfterDays'),
    limit('maxLost'),
  ],
  money: [
    { term: 'fine', as: 'tenge', open: false },
    number('fineEveryDays'),
    choice('fineFalls', 'at-end', 'at-start'),
    yes('fineCountsGrace'),
    { term: 'maxFine', as: 'tenge', open: true },
    yes('fineUpToPrice'),
    yes('chargeLost'),
    { term: 'maxDebt', as: 'tenge', open: true },
  ],
}
