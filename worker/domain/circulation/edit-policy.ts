import { type Day, dayOf, daysBetween } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { LIBRARY_TERMS, type PolicyRule } from './policy.ts'

export interface PolicyVersion {
  id: number
  name: string
  /** The longest loan it allows. */
  longestDays: number
  /** How often the draft was changed: the next change writes `revision + 1`, and one of two at once breaks there. */
  revision: number
  madeAt: string
  /** Null while it is a draft. */
  inForceAt: string | null
}

export interface PolicyFacts {
  version: PolicyVersion | undefined
  rules: readonly PolicyRule[]
  branches: readonly number[]
  materials: readonly string[]
}

export interface ChangedPolicy {
  version: PolicyVersion
  name: string
  rules: readonly PolicyRule[]
  longestDays: number
}

/** Nobody plans further than two years. */
const LONGEST_DAYS = 730

/** Changes a draft; a policy in force is never changed, for loans were made under it. */
export function changePolicy(
  { version, branches, materials }: PolicyFacts,
  request: { revision: number; name: string; rules: readonly PolicyRule[] },
  today: Day,
): ChangedPolicy | Refusal {
  if (!version) return refuse('policy-not-found')
  if (version.inForceAt !== null) return refuse('policy-is-in-force')
  if (version.revision !== request.revision) return refuse('policy-just-changed')
  const { rules, name } = request
  const keys = new Set(rules.map(({ branchId, category, material }) => JSON.stringify([branchId, category, material])))
  const known = rules.every(
    ({ branchId, material }) => (branchId === null || branches.includes(branchId)) && (material === null || materials.includes(material)),
  )
  if (keys.size < rules.length || !known) return refuse('bad-request')
  return { version, name, rules, longestDays: longestDays(rules, today) }
}

/** A policy is complete when one rule describes everything and leaves nothing open (R1). */
function isComplete(rules: readonly PolicyRule[]): boolean {
  const rest = rules.find(({ branchId, category, material }) => branchId === null && category === null && material === null)
  return rest !== undefined && Object.keys(LIBRARY_TERMS).every((term) => term in rest.terms)
}

/** Puts a draft in force now, or at an instant to come. */
export function putInForce(
  { version, rules }: PolicyFacts,
  revision: number,
  at: Date,
  now: Date,
): { version: PolicyVersion; inForceAt: string } | Refusal {
  if (!version) return refuse('policy-not-found')
  if (version.inForceAt !== null) return refuse('policy-is-in-force')
  if (version.revision !== revision) return refuse('policy-just-changed')
  if (!isComplete(rules)) return refuse('policy-is-incomplete')
  if (dayOf(at) < dayOf(now)) return refuse('day-has-passed')
  return { version, inForceAt: (at > now ? at : now).toISOString() }
}

function longestDays(rules: readonly PolicyRule[], today: Day): number {
  const days = rules.flatMap(({ terms: { loanDays = 0, renewalDays, hardDueOn } }) => [
    loanDays,
    renewalDays ?? 0,
    hardDueOn ? daysBetween(today, hardDueOn) : 0,
  ])
  return Math.min(LONGEST_DAYS, Math.max(1, ...days))
}
