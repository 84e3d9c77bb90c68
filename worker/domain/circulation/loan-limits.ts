import type { LoanLimit, Policy } from './policy.ts'
import { type HeldLoan, type Standing, takenHome } from './standing.ts'

/** Does the policy let this reader have such a book at all? */
export function nothingAllowed(policy: Policy, onSite: boolean): boolean {
  return onSite ? policy.maxOnSite === 0 : policy.limits.some(({ max }) => max === 0)
}

/** Is a limit of the policy reached? Each counts what its own rule describes (R5, R6); books in the reading room count apart. */
export function isLimitReached(standing: Standing, policy: Policy, onSite: boolean): boolean {
  if (onSite) return policy.maxOnSite !== null && standing.loans.filter((loan) => loan.onSite).length >= policy.maxOnSite
  const held = takenHome(standing)
  return policy.limits.some((limit) => held.filter((loan) => counts(limit, loan)).length >= limit.max)
}

function counts({ branchId, material }: LoanLimit, loan: HeldLoan): boolean {
  const here = branchId === null || loan.branchId === branchId
  return here && (material === null || loan.material === material || loan.parentMaterial === material)
}
