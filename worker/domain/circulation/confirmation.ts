import type { Refusal, RefusalSlug } from '../refusal.ts'
import { type Actor, type Deed, mayDo, ROLES } from '../staff/permissions.ts'
import type { LoanAlert } from './loan-alert.ts'

/** What stands against a deed but may be confirmed, and the deed whose right that takes (R12). */
const CONFIRMED_WITH = {
  'copy-is-on-loan': 'lend',
  'copy-is-on-loan-to-this-reader': 'lend',
  'copy-is-read-here-by-this-reader': 'lend',
  'reader-has-the-title': 'lend',
  'copy-is-damaged': 'lend',
  'title-is-on-hold': 'override',
  'copy-waits-for-another-reader': 'override',
  'too-many-loans': 'override',
  'reader-has-overdue-loans': 'override',
  'reader-lost-a-book': 'override',
  'reader-owes-money': 'override',
  'loan-is-overdue': 'override',
  'no-renewals-left': 'override',
  'too-soon-to-renew': 'override',
} as const satisfies Partial<Record<RefusalSlug, Deed>>

export type Confirmation = keyof typeof CONFIRMED_WITH

/** Everything found: staff can do nothing about the first, may overrule the second, should know the third (R10). */
export interface Verdict {
  impossible: RefusalSlug[]
  confirmations: Confirmation[]
  alerts: LoanAlert[]
}

/** Nobody overrules the queue of a title for a renewal (R30). */
const NEVER_FOR_RENEWALS: readonly RefusalSlug[] = ['title-is-on-hold']

export const isConfirmation = (slug: RefusalSlug): slug is Confirmation => slug in CONFIRMED_WITH

const mayConfirm = (role: Actor['role'], slug: Confirmation) => mayDo(role, CONFIRMED_WITH[slug])

/** The refusal that a verdict comes to, after what was confirmed by somebody who may. */
export function refusalAfter(
  { impossible, confirmations, alerts }: Verdict,
  confirmed: readonly string[],
  actor: Actor,
): Refusal | undefined {
  const open = confirmations.filter((slug) => !confirmed.includes(slug) || !mayConfirm(actor.role, slug))
  const confirmBy = ROLES.filter((role) => open.every((slug) => mayConfirm(role, slug)))
  const [first, ...others] = impossible
  if (first) return { refusals: [first, ...others], ...(open.length > 0 ? { confirmations: open } : {}), alerts }
  if (open.length === 0) return undefined
  const lent = open.includes('copy-is-on-loan') || open.includes('copy-is-on-loan-to-this-reader')
  return { refusals: [lent ? 'copy-is-on-loan' : 'needs-confirmation'], confirmations: open, alerts, confirmBy }
}

/** The same for a deed whose reasons are told as refusals: what of them was not confirmed, and by whom the rest might be. */
export function confirmedAway(against: readonly RefusalSlug[], confirmed: readonly string[] = [], actor?: Actor): Refusal | undefined {
  const mayBe = (slug: RefusalSlug): slug is Confirmation => isConfirmation(slug) && !NEVER_FOR_RENEWALS.includes(slug)
  const [first, ...others] = against.filter((slug) => !(mayBe(slug) && confirmed.includes(slug) && actor && mayConfirm(actor.role, slug)))
  if (!first) return undefined
  const refusals: Refusal['refusals'] = [first, ...others]
  if (!actor || !refusals.every(mayBe)) return { refusals }
  return {
    refusals,
    confirmations: refusals,
    confirmBy: ROLES.filter((role) => refusals.filter(mayBe).every((slug) => mayConfirm(role, slug))),
  }
}
