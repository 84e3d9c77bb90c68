import { describe, expect, it } from 'vitest'
import { summarise } from '../../../worker/domain/circulation/dry-run.ts'
import { LIBRARY_TERMS, type PolicyRule, type PolicyTerms } from '../../../worker/domain/circulation/policy.ts'
import { type PastLoan, replay } from '../../../worker/domain/circulation/replay.ts'
import { calendar, held } from './desk.ts'

const loan = (more: Partial<PastLoan> = {}): PastLoan => ({
  id: 1,
  barcode: 'C10',
  title: 'Абай жолы',
  place: { branchId: 1, category: 'adult', material: 'book', parentMaterial: null },
  branchId: 1,
  lentOn: '2026-04-06',
  returnedOn: '2026-04-20',
  dueOn: '2026-04-21',
  renewals: 0,
  onSite: false,
  price: null,
  held: [],
  ...more,
})
const set = (terms: Partial<PolicyTerms> = {}, ...more: PolicyRule[]) => ({
  versionId: 1,
  rules: [{ branchId: null, category: null, material: null, terms: { ...LIBRARY_TERMS, ...terms } }, ...more],
})
const changes = (terms: Partial<PolicyTerms>, past: Partial<PastLoan> = {}, inForce: Partial<PolicyTerms> = {}) =>
  replay(loan(past), set(inForce), set(terms), calendar()).changes

describe('a loan under other rules', () => {
  it('is the same under the same rules', () => {
    expect(changes({})).toEqual([])
  })

  it('is due earlier or later, and would have come back late or in time', () => {
    expect(changes({ loanDays: 10 })).toEqual(['due-earlier', 'would-be-overdue'])
    expect(changes({ loanDays: 14 })).toEqual(['due-earlier'])
    expect(changes({ loanDays: 30 }, { returnedOn: '2026-05-04' })).toEqual(['due-later', 'would-be-in-time'])
  })

  it('would not have been made, or not without a question', () => {
    expect(changes({ maxLoans: 0 })).toContain('not-lent')
    const three = [1, 2, 3].map((id) => held({ id, recordId: id }))
    expect(changes({ maxLoans: 3 }, { held: three })).toEqual(['over-the-limit'])
    expect(changes({ maxLoans: 5 }, { held: three }, { maxLoans: 3 })).toEqual(['within-the-limit'])
  })

  it('would have been renewed less often, or might have been more often', () => {
    expect(changes({ maxRenewals: 1 }, { renewals: 2, returnedOn: null })).toEqual(['fewer-renewals'])
    expect(changes({ maxRenewals: 3 }, { renewals: 2, returnedOn: null })).toEqual(['more-renewals'])
    expect(changes({ maxRenewals: null }, { renewals: 2, returnedOn: null })).toEqual(['more-renewals'])
  })

  it('would have cost more', () => {
    const replayed = replay(loan({ returnedOn: '2026-04-24' }), set(), set({ fine: 1_000 }), calendar())
    expect(replayed).toMatchObject({ changes: ['fined-more'], fine: { before: 0, after: 3_000 } })
  })
})

describe('the summary', () => {
  it('counts by kind and by rule, and shows some loans, of no reader', () => {
    const draft = set({}, { branchId: 2, category: null, material: null, terms: { loanDays: 7 } })
    const loans = [
      loan(),
      loan({ id: 2, place: { ...loan().place, branchId: 2 } }),
      loan({ id: 3, place: { ...loan().place, branchId: 2 }, returnedOn: '2026-04-08' }),
    ]
    expect(summarise(loans.map((one) => replay(one, set(), draft, calendar())))).toMatchObject({
      loans: 3,
      changed: 2,
      counts: { 'due-earlier': 2, 'would-be-overdue': 1, 'due-later': 0 },
      byRule: { '* * *': { loans: 1, changed: 0 }, '2 * *': { loans: 2, changed: 2 } },
      fines: { before: 0, after: 0 },
      samples: [{ loan: 2, changes: ['due-earlier', 'would-be-overdue'], due: { before: '2026-04-21', after: '2026-04-13' } }, { loan: 3 }],
    })
  })
})
