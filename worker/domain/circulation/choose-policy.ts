import { LIBRARY_TERMS, type LoanLimit, type Policy, type PolicyRule, type PolicyTerms } from './policy.ts'

/** Whose policy is asked: the copy's home branch, the reader's category, the copy's material and what that belongs to (R4, R5). */
export interface PolicyPlace {
  branchId: number
  category: string
  material: string
  parentMaterial: string | null
}

/** A reader without a rule may borrow nothing (R2). */
const NOTHING: PolicyTerms = { ...LIBRARY_TERMS, maxLoans: 0, maxOnSite: 0, maxRenewals: 0, maxHolds: 0 }

/** The rules that describe this place, the most specific first: by branch, then by category, then by material (R1). */
export function rulesFor(rules: readonly PolicyRule[], { branchId, category, material, parentMaterial }: PolicyPlace): PolicyRule[] {
  const materials = parentMaterial === null ? [material, null] : [material, parentMaterial, null]
  const order = [branchId, null].flatMap((branch) =>
    [category, null].flatMap((who) => materials.map((what) => ({ branchId: branch, category: who, material: what }))),
  )
  return order.flatMap((key) =>
    rules.filter((rule) => rule.branchId === key.branchId && rule.category === key.category && rule.material === key.material),
  )
}

/** Each term comes from the most specific rule that gives it (R3). */
export function choosePolicy(versionId: number, rules: readonly PolicyRule[], place: PolicyPlace): Policy {
  const chain = rulesFor(rules, place)
  const { material, parentMaterial } = place
  if (chain.length === 0) return { ...NOTHING, versionId, material, parentMaterial, limits: [{ branchId: null, material: null, max: 0 }] }
  const terms: PolicyTerms = Object.assign({}, LIBRARY_TERMS, ...chain.map((rule) => rule.terms).reverse())
  return { ...terms, versionId, material, parentMaterial, limits: limitsOf(chain) }
}

/** Every limit counts within its own rule, and all of them hold: that of the branch on top of that of the library (R5, R6). */
function limitsOf(chain: readonly PolicyRule[]): LoanLimit[] {
  const limits: LoanLimit[] = []
  const seen = new Set<string>()
  for (const { branchId, material, terms } of chain) {
    const scope = `${branchId} ${material}`
    if (terms.maxLoans === undefined || seen.has(scope)) continue
    seen.add(scope)
    if (terms.maxLoans !== null) limits.push({ branchId, material, max: terms.maxLoans })
  }
  return limits
}
