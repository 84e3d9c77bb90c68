import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSmall } from '../../../worker/domain/statistics/merge-small.ts'

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
