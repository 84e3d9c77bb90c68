import type { Role } from './staff/permissions.ts'

/** Every expected "no" of the library, and the HTTP status that carries it. */
export const REFUSAL_STATUS = {
  'bad-request': 400,
  'sign-in-required': 401,
  'sign-in-failed': 401,
  'passkey-failed': 401,
  'password-must-be-chosen': 401,
  'first-password-has-expired': 401,
  'not-permitted': 403,
  'sign-in-is-old': 403,
  'wrong-branch': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'record-not-found': 404,
  'reader-not-found': 404,
  'copy-not-found': 404,
  'branch-not-found': 404,
  'hold-not-found': 404,
  'transfer-not-found': 404,
  'policy-not-found': 404,
  'block-not-found': 404,
  'charge-not-found': 404,
  'hand-count-not-found': 404,
  'report-not-found': 404,
  'note-not-found': 404,
  'session-not-found': 404,
  'card-was-replaced': 404,
  'passkey-not-found': 404,
  'staff-not-found': 404,
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
  'needs-confirmation': 409,
  'copy-is-on-loan-to-this-reader': 409,
  'not-lent-to-this-reader': 409,
  'not-lent-in-the-reading-room': 409,
  'reader-is-suspended': 409,
  'reader-is-too-young': 409,
  'reader-lost-a-book': 409,
  'reader-owes-money': 409,
  'title-is-on-hold': 409,
  'copy-waits-for-another-reader': 409,
  'loan-is-on-site': 409,
  'copy-is-read-here-by-this-reader': 409,
  'loans-are-due-then': 409,
  'too-soon-to-renew': 409,
  'policy-just-changed': 409,
  'policy-is-in-force': 409,
  'policy-is-incomplete': 409,
  'hold-is-closed': 409,
  'copy-was-already-found': 409,
  'day-has-passed': 409,
  'title-is-already-on-hold': 409,
  'reader-has-the-title': 409,
  'holds-are-not-allowed': 409,
  'too-many-holds': 409,
  'too-many-holds-today': 409,
  'branch-gives-out-no-holds': 409,
  'nothing-to-hold': 409,
  'nothing-to-tell': 409,
  'reader-was-reminded': 409,
  'copy-is-damaged': 409,
  'copy-is-lost': 409,
  'copy-stays-at-its-branch': 409,
  'copy-is-in-transit': 409,
  'copy-is-set-aside': 409,
  'copy-is-there-already': 409,
  'transfer-is-on-its-way': 409,
  'copy-is-marked-already': 409,
  'copy-has-no-mark': 409,
  'copy-is-not-damaged': 409,
  'nothing-is-claimed': 409,
  'replacement-is-missing': 409,
  'barcode-is-taken': 409,
  'inventory-number-is-taken': 409,
  'name-is-missing': 409,
  'birth-year-is-wrong': 409,
  'guarantor-is-missing': 409,
  'consent-is-missing': 409,
  'consent-text-has-changed': 409,
  'card-number-is-wrong': 409,
  'card-is-taken': 409,
  'reader-may-be-known': 409,
  'reader-is-registered-this-year': 409,
  'same-reader-twice': 409,
  'both-wait-for-a-title': 409,
  'cannot-be-undone': 409,
  'desk-clock-is-wrong': 409,
  'copy-was-seen-since': 409,
  'day-is-closed': 409,
  'day-is-open': 409,
  'day-is-to-come': 409,
  'not-counted-by-hand': 409,
  'hand-count-is-taken-back': 409,
  'pin-is-too-easy': 409,
  'pin-is-wrong': 409,
  'passkey-not-added': 409,
  'too-many-passkeys': 409,
  'passkeys-do-not-work-here': 409,
  'password-is-too-easy': 409,
  'password-is-wrong': 409,
  'login-is-taken': 409,
  'staff-has-left': 409,
  'staff-works-here': 409,
  'last-administrator': 409,
  'not-for-yourself': 409,
  'too-large': 413,
  'idempotency-key-reused': 422,
  'too-many-attempts': 429,
  'database-unavailable': 503,
  unexpected: 500,
} as const

export type RefusalSlug = keyof typeof REFUSAL_STATUS

/** At least one reason, the one to show first in front. */
export interface Refusal {
  refusals: [RefusalSlug, ...RefusalSlug[]]
  /** What may be confirmed, and by whom (R10, R12). */
  confirmations?: RefusalSlug[]
  confirmBy?: Role[]
  alerts?: string[]
  counts?: Record<string, number>
  /** An instant: not before. */
  retryAt?: string
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
