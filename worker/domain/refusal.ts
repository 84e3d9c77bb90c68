/** Every expected "no" of the library, and the HTTP status that carries it. */
export const REFUSAL_STATUS = {
  'bad-request': 400,
  'sign-in-required': 401,
  'sign-in-failed': 401,
  'not-permitted': 403,
  'wrong-branch': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'record-not-found': 404,
  'reader-not-found': 404,
  'copy-not-found': 404,
  'branch-not-found': 404,
  'copy-is-on-loan': 409,
  'copy-is-not-on-loan': 409,
  'copy-is-withdrawn': 409,
  'copy-is-on-site-only': 409,
  'reader-is-blocked': 409,
  'card-has-expired': 409,
  'too-many-loans': 409,
  'reader-has-overdue-loans': 409,
  'reader-just-changed': 409,
  'copy-just-changed': 409,
  'no-renewals-left': 409,
  'loan-is-overdue': 409,
  'renewal-changes-nothing': 409,
  'too-large': 413,
  'idempotency-key-reused': 422,
  'database-unavailable': 503,
  unexpected: 500,
} as const

export type RefusalSlug = keyof typeof REFUSAL_STATUS

/** At least one reason, the one to show first in front. */
export interface Refusal {
  refusals: [RefusalSlug, ...RefusalSlug[]]
}

export function refuse(first: RefusalSlug, ...others: RefusalSlug[]): Refusal {
  return { refusals: [first, ...others] }
}

export function isRefusal(outcome: object): outcome is Refusal {
  return 'refusals' in outcome
}

/** All reasons that hold, in the order given; nothing when none does (R11). */
export function refusalOf(reasons: [boolean, RefusalSlug][]): Refusal | undefined {
  const [first, ...others] = reasons.filter(([holds]) => holds).map(([, slug]) => slug)
  return first && refuse(first, ...others)
}
