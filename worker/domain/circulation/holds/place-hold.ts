import type { Day } from '../../calendar.ts'
import { type Refusal, type RefusalSlug, refusalOf, refuse } from '../../refusal.ts'
import { blocksAgainst } from '../blocks.ts'
import { tooYoung } from '../check-out.ts'
import type { ReaderFacts } from '../facts.ts'
import type { Policy } from '../policy.ts'
import type { Standing } from '../standing.ts'
import type { HoldableCopy, HoldRules } from './next-hold.ts'

export interface HoldRequest {
  recordId: number
  /** Only this copy will do. */
  copyId: number | null
  pickupBranchId: number
  /** Not before this day: the hold sleeps until then. */
  notBefore: Day | null
  notAfter: Day | null
}

export interface PlaceHoldFacts {
  reader: Pick<ReaderFacts, 'id' | 'card' | 'name' | 'birthYear' | 'blocked' | 'cardExpiresOn'> | undefined
  standing: Standing
  policy: Policy
  holds: { made: number; open: number; today: number; forThisTitle: boolean }
  record: { id: number; title: string } | undefined
  /** The copies of the record, or the one asked for. */
  copies: readonly HoldableCopy[]
  /** Holds in the queue before this one. */
  waiting: number
  rules: HoldRules & { maxHoldsPerDay: number | null; branches: readonly number[]; branchesWithoutPickup: readonly number[] }
}

export interface NewHold extends HoldRequest {
  reader: { id: number; card: string; name: string }
  readerOrdinal: number
  title: string
  position: number
}

/** Queues a reader for a title or a copy, or says everything that stands against it (R42). */
export function placeHold(facts: PlaceHoldFacts, request: HoldRequest): NewHold | Refusal {
  const { reader, record, holds, rules, policy } = facts
  const unknown: [boolean, RefusalSlug][] = [
    [!reader, 'reader-not-found'],
    [!record, 'record-not-found'],
    [!rules.branches.includes(request.pickupBranchId), 'branch-not-found'],
  ]
  const missing = refusalOf(unknown)
  if (missing || !reader || !record) return missing ?? refuse('not-found')
  const { impossible, confirmable } = blocksAgainst('hold', reader, facts.standing, policy, rules.today)
  const refusal = refusalOf([
    ...[...againstTheCopies(facts, request), ...impossible, ...confirmable, ...tooYoung(reader, policy, rules.today)].map(
      (slug): [boolean, RefusalSlug] => [true, slug],
    ),
    [holds.forThisTitle, 'title-is-already-on-hold'],
    [facts.standing.loans.some(({ recordId }) => recordId === record.id), 'reader-has-the-title'],
    [policy.maxHolds === 0 || policy.maxHoldsPerRecord === 0, 'holds-are-not-allowed'],
    [policy.maxHolds !== null && policy.maxHolds > 0 && holds.open >= policy.maxHolds, 'too-many-holds'],
    [rules.maxHoldsPerDay !== null && holds.today >= rules.maxHoldsPerDay, 'too-many-holds-today'],
    [rules.branchesWithoutPickup.includes(request.pickupBranchId), 'branch-gives-out-no-holds'],
    [request.notBefore !== null && request.notBefore <= rules.today, 'day-has-passed'],
    [request.notAfter !== null && request.notAfter < rules.today, 'day-has-passed'],
  ])
  if (refusal) return refusal
  const { id, card, name } = reader
  return { ...request, reader: { id, card, name }, readerOrdinal: holds.made + 1, title: record.title, position: facts.waiting + 1 }
}

/** A title can be held if at least one copy can; otherwise what stands against all of them is told. */
function againstTheCopies({ copies, rules }: PlaceHoldFacts, { pickupBranchId }: HoldRequest): RefusalSlug[] {
  const against = copies.map((copy) => againstCopy(copy, pickupBranchId, rules))
  if (against.includes(undefined)) return []
  const slugs = new Set(against.filter((slug) => slug !== undefined))
  return slugs.size === 0 ? ['nothing-to-hold'] : [...slugs]
}

function againstCopy(copy: HoldableCopy, pickupBranchId: number, rules: HoldRules): RefusalSlug | undefined {
  if (copy.withdrawn) return 'copy-is-withdrawn'
  if (copy.onSiteOnly) return 'copy-is-on-site-only'
  if (copy.incident?.kind === 'damaged') return 'copy-is-damaged'
  if (copy.incident && copy.incident.kind !== 'claimed-returned') return 'copy-is-lost'
  if (pickupBranchId !== copy.homeBranchId && rules.branchesThatKeepCopies.includes(copy.homeBranchId)) return 'copy-stays-at-its-branch'
  return undefined
}
