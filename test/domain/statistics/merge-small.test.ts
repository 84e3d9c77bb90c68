import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeDays, mergeSmall } from '../../../worker/domain/statistics/merge-small.ts'

const sum = (parts: readonly { count: number }[]) => parts.reduce((all, { count }) => all + count, 0)

describe('groups for the public', () => {
  it('smaller than five become one', () => {
    const parts = [
      { value: 'child', count: 40 },
      { value: 'senior', count: 3 },
      { value: 'unknown', count: 2 },
    ]
    expect(mergeSmall(parts)).toEqual([
      { value: 'child', count: 40 },
      { value: 'merged', count: 5 },
    ])
  })

  it('take in the next smallest, when together they are still fewer than five', () => {
    const parts = [
      { value: 'child', count: 40 },
      { value: 'adult', count: 9 },
      { value: 'senior', count: 1 },
    ]
    expect(mergeSmall(parts)).toEqual([
      { value: 'child', count: 40 },
      { value: 'merged', count: 10 },
    ])
  })

  it('keep their sum, and none shown is smaller than five unless all are', () => {
    const groups = fc.uniqueArray(fc.record({ value: fc.string(), count: fc.nat(30) }), { selector: ({ value }) => value })
    fc.assert(
      fc.property(groups, (parts) => {
        const shown = mergeSmall(parts)
        expect(sum(shown)).toBe(sum(parts))
        if (sum(parts) >= 5) for (const { count } of shown.filter((part) => part.count !== 0)) expect(count).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})

describe('the days of open data', () => {
  it('have branches with few as one, day by day and unit by unit, and lose no count', () => {
    const day = { day: '2026-11-23', unit: 'loan' as const }
    const next = { day: '2026-11-24', unit: 'loan' as const }
    const days = [
      { ...day, branch: 1, count: 200 },
      { ...day, branch: 2, count: 3 },
      { ...day, branch: 3, count: 4 },
      { ...next, branch: 2, count: 12 },
      { ...day, unit: 'visit' as const, branch: 2, count: 80 },
    ]
    expect(mergeDays(days)).toEqual([
      { ...day, branch: 1, count: 200 },
      { ...day, branch: null, count: 7 },
      { ...next, branch: 2, count: 12 },
      { ...day, unit: 'visit', branch: 2, count: 80 },
    ])
  })
})
