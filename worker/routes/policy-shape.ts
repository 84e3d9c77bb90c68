import * as z from 'zod'
import { isDay } from '../domain/calendar.ts'
import type { PolicyRule } from '../domain/circulation/policy.ts'

const count = z.int().min(0).max(1_000)
const days = z.int().min(0).max(730)
const tiyn = z.int().min(0).max(100_000_000)

const terms = z.strictObject({
  maxLoans: count.nullable(),
  maxOnSite: count.nullable(),
  leastAge: z.int().min(0).max(99),
  sameTitle: z.enum(['allow', 'confirm']),
  loanDays: days,
  dueMode: z.enum(['any-day', 'next-open-day', 'open-days', 'same-weekday']),
  hardDueOn: z.string().refine(isDay).nullable(),
  hardDueIs: z.enum(['exactly', 'not-after', 'not-before']),
  dueBeforeCardExpires: z.boolean(),
  highDemandHolds: count.nullable(),
  highDemandDays: days,
  maxRenewals: count.nullable(),
  renewalDays: days.nullable(),
  renewFrom: z.enum(['today', 'due-day']),
  renewableDaysBefore: days.nullable(),
  renewIfOthersCanServe: z.boolean(),
  autoRenew: z.boolean(),
  autoRenewWithinDays: days.nullable(),
  maxHolds: count.nullable(),
  maxHoldsPerRecord: count.nullable(),
  holdShelfDays: days,
  overdue: z.enum(['block', 'confirm', 'allow']),
  overdueBlocksAfterDays: days,
  overdueBlocksRenewalAfterDays: days.nullable(),
  overdueBlocksHoldsAfterDays: days.nullable(),
  maxLost: count.nullable(),
  maxDebt: tiyn.nullable(),
  graceDays: days,
  overdueCountsClosedDays: z.boolean(),
  suspensionDays: days,
  suspensionEveryDays: z.int().min(1).max(730),
  maxSuspensionDays: days.nullable(),
  suspensionsAddUp: z.boolean(),
  suspensionSkipsClosedDays: z.boolean(),
  fine: tiyn,
  fineEveryDays: z.int().min(1).max(730),
  fineFalls: z.enum(['at-start', 'at-end']),
  fineCountsGrace: z.boolean(),
  maxFine: tiyn.nullable(),
  fineUpToPrice: z.boolean(),
  lostAfterDays: days.nullable(),
  chargeLost: z.boolean(),
})

/** A rule as it is sent: what it leaves out it inherits. */
export const policyRule: z.ZodType<PolicyRule> = z.strictObject({
  branchId: z.int().positive().nullable(),
  category: z.string().trim().min(1).max(40).nullable(),
  material: z.string().trim().min(1).max(40).nullable(),
  terms: terms.partial().transform(given),
})

/** `undefined` says nothing: the key is left out. */
function given<Terms extends object>(sent: Terms) {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as PolicyRule['terms']
}
