import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsThatThisCopyCouldFill, nextHoldFor } from '../../../../worker/domain/circulation/holds/next-hold.ts'
import { aCopy, aHold, RULES } from './a-hold.ts'

const next = (...given: Parameters<typeof nextHoldFor>) => nextHoldFor(...given)

describe('the next hold for a copy', () => {
  it('R44: is the first in the queue, whatever the order in which holds are read', () => {
    expect(next([aHold(3), aHold(1), aHold(2)], aCopy(1), RULES)).toMatchObject({ hold: { id: 1 }, skips: [] })
  })

  it.each([
    ['suspended', { suspended: true }, {}, {}],
    ['suspended', { suspended: true, wakesOn: '2026-11-24' }, {}, {}],
    ['no-longer-needed', { notAfter: '2026-11-22' }, {}, {}],
    ['waits-for-another-copy', { copyId: 9 }, {}, {}],
    ['pickup-branch-is-closed', { pickupBranchId: 2 }, {}, { closedBranches: [2] }],
    ['copy-stays-at-its-branch', { pickupBranchId: 2 }, {}, { branchesThatKeepCopies: [1] }],
    ['new-copy-stays-at-its-branch', { pickupBranchId: 2 }, { addedOn: '2026-11-01' }, { newCopyDays: 30 }],
  ])('R45: passes over a hold because %s (%j), and says so', (reason, hold, copy, rules) => {
    const { hold: got, skips } = next([aHold(1, hold), aHold(2)], aCopy(1, copy), { ...RULES, ...rules })
    expect(got).toMatchObject({ id: 2 })
    expect(skips).toEqual([{ holdId: 1, position: 1, barcode: 'C1', reason }])
  })

  it.each([
    ['wakes today', { suspended: true, wakesOn: '2026-11-23' }, {}, {}],
    ['is needed until today', { notAfter: '2026-11-23' }, {}, {}],
    ['waits for this copy', { copyId: 1 }, {}, {}],
    ['is collected at the closed branch where the copy is', {}, {}, { closedBranches: [1] }],
    ['is collected at the home of a copy that does not travel', {}, {}, { branchesThatKeepCopies: [1] }],
    ['is collected elsewhere when the copy is no longer new', { pickupBranchId: 2 }, { addedOn: '2026-10-24' }, { newCopyDays: 30 }],
  ])('R43, R72, R4c: gives the copy to one who %s', (_, hold, copy, rules) => {
    expect(next([aHold(1, hold), aHold(2)], aCopy(1, copy), { ...RULES, ...rules }).hold).toMatchObject({ id: 1 })
  })

  it.each([[{ withdrawn: true }], [{ onSiteOnly: true }], [{ incident: { id: 1, kind: 'damaged' as const, at: '', loanId: null } }]])(
    'R44: a copy that is %j is set aside for nobody',
    (copy) => {
      expect(next([aHold(1)], aCopy(1, copy), RULES)).toEqual({ hold: undefined, skips: [] })
      expect(holdsThatThisCopyCouldFill([aHold(1)], aCopy(1, copy), RULES)).toEqual([])
    },
  )

  it('R45: nobody is ever overtaken without a reason that is told', () => {
    const branch = fc.integer({ min: 1, max: 3 })
    const hold = fc.record({
      pickupBranchId: branch,
      copyId: fc.constantFrom(null, null, 1, 2),
      suspended: fc.boolean(),
      wakesOn: fc.constantFrom(null, '2026-11-20', '2026-12-20'),
      notAfter: fc.constantFrom(null, null, '2026-11-20', '2026-12-20'),
      state: fc.constantFrom('queued' as const, 'queued' as const, 'waiting' as const, 'in-transit' as const),
    })
    const rules = fc.record({
      closedBranches: fc.uniqueArray(branch),
      branchesThatKeepCopies: fc.uniqueArray(branch),
      newCopyDays: fc.constant(0),
    })
    fc.assert(
      fc.property(fc.array(hold, { maxLength: 12 }), branch, branch, rules, (queue, homeBranchId, holdingBranchId, given) => {
        const holds = queue.map((more, index) => aHold(index + 1, more))
        const copy = aCopy(1, { homeBranchId, holdingBranchId })
        const { hold: got, skips } = next(holds, copy, { ...RULES, ...given })
        const queued = holds.filter(({ state }) => state === 'queued')
        const before = queued.filter(({ position }) => position < (got?.position ?? Number.POSITIVE_INFINITY))
        expect(skips.map(({ holdId }) => holdId)).toEqual(before.map(({ id }) => id))
        expect(holdsThatThisCopyCouldFill(holds, copy, { ...RULES, ...given })[0]?.id).toBe(got?.id)
      }),
    )
  })
})
