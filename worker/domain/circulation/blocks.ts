import { type Day, daysBetween } from '../calendar.ts'
import type { RefusalSlug } from '../refusal.ts'
import type { ReaderFacts } from './facts.ts'
import type { Policy } from './policy.ts'
import type { Standing } from './standing.ts'

export type BlockedDeed = 'loan' | 'renewal' | 'hold'

export interface Blocks {
  impossible: RefusalSlug[]
  /** Somebody with the right may go on. */
  confirmable: RefusalSlug[]
}

type Reader = Pick<ReaderFacts, 'blocked' | 'cardExpiresOn'>

/**
 * What stands against the reader, whatever the book (R11, R5b). Nothing of it is stored but blocks by hand and
 * suspensions: a reader who returns what is overdue is free at once. A suspended reader hears of nothing else (R13).
 */
export function blocksAgainst(deed: BlockedDeed, reader: Reader, standing: Standing, policy: Policy, today: Day): Blocks {
  const suspended = standing.suspendedUntil !== null && standing.suspendedUntil >= today
  const impossible: RefusalSlug[] = []
  if (reader.blocked) impossible.push('reader-is-blocked')
  if (suspended) impossible.push('reader-is-suspended')
  if (reader.cardExpiresOn < today) impossible.push('card-has-expired')
  if (reader.blocked || suspended) return { impossible, confirmable: [] }
  const confirmable: RefusalSlug[] = []
  const overdue = hasOverdue(deed, standing, policy, today)
  if (overdue) (deed !== 'loan' || policy.overdue === 'block' ? impossible : confirmable).push('reader-has-overdue-loans')
  if (policy.maxLost !== null && standing.loans.filter(({ lost }) => lost).length > policy.maxLost) confirmable.push('reader-lost-a-book')
  if (policy.maxDebt !== null && standing.debt > policy.maxDebt) confirmable.push('reader-owes-money')
  return { impossible, confirmable }
}

function hasOverdue(deed: BlockedDeed, { loans }: Standing, policy: Policy, today: Day): boolean {
  const threshold = {
    loan: policy.overdue === 'allow' ? null : policy.overdueBlocksAfterDays,
    renewal: policy.overdueBlocksRenewalAfterDays,
    hold: policy.overdueBlocksHoldsAfterDays,
  }[deed]
  if (threshold === null) return false
  const tolerated = Math.max(threshold, policy.graceDays)
  return loans.some(({ dueOn, claimed, lost }) => !claimed && !lost && daysBetween(dueOn, today) > tolerated)
}
