import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pullList } from '../../../../worker/domain/circulation/holds/pull-list.ts'
import { aCopy, aHold, RULES } from './a-hold.ts'

const pairs = (...given: Parameters<typeof pullList>) => pullList(...given).pulls.map(({ hold, copy }) => [hold.id, copy.barcode])

describe('the pull list', () => {
  it('R46: prefers the copy at the pickup branch, then the one whose home it is, then any', () => {
    const there = aCopy(3, { homeBranchId: 2, holdingBranchId: 2 })
    const itsHome = aCopy(2, { homeBranchId: 2, holdingBranchId: 3 })
    const any = aCopy(1)
    const hold = aHold(1, { pickupBranchId: 2 })
    expect(pairs([hold], [any, itsHome, there], RULES)).toEqual([[1, 'C3']])
    expect(pairs([hold], [any, itsHome], RULES)).toEqual([[1, 'C2']])
    expect(pairs([hold], [any], RULES)).toEqual([[1, 'C1']])
  })

  it('R46: leaves a copy that somebody waits for by its barcode to that reader, as long as there is another', () => {
    expect(pairs([aHold(1), aHold(2, { copyId: 1 })], [aCopy(1), aCopy(2)], RULES)).toEqual([
      [1, 'C2'],
      [2, 'C1'],
    ])
    expect(pairs([aHold(1), aHold(2, { copyId: 1 })], [aCopy(1)], RULES)).toEqual([[1, 'C1']])
  })

  it('R72: passes over copies at a closed branch, unless they are collected there, and says so', () => {
    const rules = { ...RULES, closedBranches: [1] }
    const { pulls, skips } = pullList([aHold(1, { pickupBranchId: 2 })], [aCopy(1)], rules)
    expect([pulls, skips]).toEqual([[], [{ holdId: 1, position: 1, barcode: 'C1', reason: 'copy-is-at-a-closed-branch' }]])
    expect(pairs([aHold(1)], [aCopy(1)], rules)).toEqual([[1, 'C1']])
  })

  it('R46: gives each copy once, to the first who can have it', () => {
    const branch = fc.integer({ min: 1, max: 3 })
    const hold = fc.record({ pickupBranchId: branch, suspended: fc.boolean(), copyId: fc.constantFrom(null, null, 1) })
    const copy = fc.record({ homeBranchId: branch, holdingBranchId: branch, withdrawn: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(hold, { maxLength: 8 }),
        fc.array(copy, { maxLength: 5 }),
        fc.uniqueArray(branch),
        (queue, shelf, closedBranches) => {
          const holds = queue.map((more, index) => aHold(index + 1, more))
          const copies = shelf.map((more, index) => aCopy(index + 1, more))
          const rules = { ...RULES, closedBranches }
          const { pulls, skips } = pullList(holds, copies, rules)
          expect(new Set(pulls.map((pull) => pull.copy.id)).size).toBe(pulls.length)
          const left = copies.filter(({ id, withdrawn }) => !withdrawn && !pulls.some((pull) => pull.copy.id === id))
          for (const { id } of holds.filter((waiting) => !pulls.some((pull) => pull.hold.id === waiting.id))) {
            const told = skips.filter(({ holdId }) => holdId === id).map(({ barcode }) => barcode)
            for (const { barcode } of left) expect(told).toContain(barcode)
          }
        },
      ),
    )
  })
})
