import { describe, expect, it } from 'vitest'
import { choosePolicy, type PolicyPlace, rulesFor } from '../../../worker/domain/circulation/choose-policy.ts'
import type { PolicyRule, PolicyTerms } from '../../../worker/domain/circulation/policy.ts'

const place: PolicyPlace = { branchId: 3, category: 'child', material: 'magazine', parentMaterial: 'serial' }
const rule = (branchId: number | null, category: string | null, material: string | null, terms: Partial<PolicyTerms> = {}): PolicyRule => ({
  branchId,
  category,
  material,
  terms,
})
const everything = [
  rule(3, 'child', 'magazine'),
  rule(3, 'child', 'serial'),
  rule(3, 'child', null),
  rule(3, null, 'magazine'),
  rule(3, null, 'serial'),
  rule(3, null, null),
  rule(null, 'child', 'magazine'),
  rule(null, 'child', 'serial'),
  rule(null, 'child', null),
  rule(null, null, 'magazine'),
  rule(null, null, 'serial'),
  rule(null, null, null),
]

describe('choosing the policy', () => {
  it('R1: goes by branch, then by category, then by material, the most specific first', () => {
    const strangers = [rule(4, 'child', 'magazine'), rule(3, 'adult', null), rule(null, null, 'book')]
    expect(rulesFor([...strangers, ...everything].reverse(), place)).toEqual(everything)
  })

  it('R2: without a rule nothing is allowed; null is no limit', () => {
    expect(choosePolicy(1, [rule(4, null, null)], place)).toMatchObject({ maxLoans: 0, maxRenewals: 0, maxHolds: 0, limits: [{ max: 0 }] })
    const open = choosePolicy(1, [rule(null, null, null, { maxLoans: null, maxRenewals: null })], place)
    expect(open).toMatchObject({ maxRenewals: null, limits: [] })
  })

  it('R3: a rule inherits what it leaves out from the next less specific one', () => {
    const rules = [
      rule(3, 'child', 'magazine', { loanDays: 3 }),
      rule(3, null, null, { loanDays: 10, maxRenewals: 1 }),
      rule(null, 'child', null, { maxRenewals: 2, holdShelfDays: 7 }),
      rule(null, null, null, { holdShelfDays: 5, maxHolds: 9 }),
    ]
    expect(choosePolicy(1, rules, place)).toMatchObject({ loanDays: 3, maxRenewals: 1, holdShelfDays: 7, maxHolds: 9 })
  })

  it('R5, R6: every limit counts within its own rule and all of them hold', () => {
    const rules = [
      rule(3, null, null, { maxLoans: 4 }),
      rule(null, 'child', 'magazine', { maxLoans: 2 }),
      rule(null, null, 'magazine', { maxLoans: 9 }),
      rule(null, null, 'serial', { maxLoans: 3 }),
      rule(null, 'child', null, { maxLoans: 5 }),
      rule(null, null, null, { maxLoans: 8 }),
    ]
    expect(choosePolicy(1, rules, place).limits).toEqual([
      { branchId: 3, material: null, max: 4 },
      { branchId: null, material: 'magazine', max: 2 },
      { branchId: null, material: null, max: 5 },
      { branchId: null, material: 'serial', max: 3 },
    ])
  })
})
