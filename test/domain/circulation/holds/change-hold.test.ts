import { describe, expect, it } from 'vitest'
import { changeHold } from '../../../../worker/domain/circulation/holds/change-hold.ts'
import { rerouteHolds } from '../../../../worker/domain/circulation/holds/reroute-holds.ts'
import { aHold, TODAY } from './a-hold.ts'

const LIMITS = { today: TODAY, branches: [1, 2], branchesWithoutPickup: [] }
/** Asleep until a day that has come, before the night woke it. */
const overslept = aHold(1, { suspended: true, wakesOn: '2026-11-20' })

describe('a hold that sleeps', () => {
  it('R43: is collected elsewhere though its day to wake has come and the night has not', () => {
    expect(changeHold(overslept, { pickupBranchId: 2 }, LIMITS)).toMatchObject({
      pickupBranchId: 2,
      suspended: true,
      wakesOn: '2026-11-20',
    })
  })

  it('R70: is re-routed with the others from a closed branch', () => {
    const rerouted = rerouteHolds([overslept, aHold(2)], 1, 2, LIMITS)
    expect(rerouted).toMatchObject({ holds: [{ pickupBranchId: 2 }, { pickupBranchId: 2 }] })
  })

  it('sleeps until it is woken by hand when it is put to sleep again without a day', () => {
    expect(changeHold(overslept, { suspended: true }, LIMITS)).toMatchObject({ suspended: true, wakesOn: null })
  })

  it('is not put to sleep until a day that has passed', () => {
    expect(changeHold(aHold(1), { suspended: true, wakesOn: TODAY }, LIMITS)).toMatchObject({ refusals: ['day-has-passed'] })
  })
})
