const REFUSAL_SLUGS = [
  'reader-not-found',
  'copy-not-found',
  'copy-is-on-loan',
  'copy-is-withdrawn',
  'copy-is-on-site-only',
  'copy-is-not-on-loan',
  'reader-is-blocked',
  'card-has-expired',
  'too-many-loans',
  'reader-has-overdue-loans',
  'reader-just-changed',
  'no-renewals-left',
  'loan-is-overdue',
  'renewal-changes-nothing',
  'idempotency-key-reused',
  'sign-in-required',
  'sign-in-failed',
  'not-permitted',
  'wrong-branch',
  'bad-request',
  'record-not-found',
  'unexpected',
  'no-connection',
] as const

/** What the API answers in `refused`, and `no-connection`, which only the browser can know. */
export type RefusalSlug = (typeof REFUSAL_SLUGS)[number]

export function refusalSlug(value: unknown): RefusalSlug {
  return REFUSAL_SLUGS.find((slug) => slug === value) ?? 'unexpected'
}
