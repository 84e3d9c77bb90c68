import { describe, expect, it } from 'vitest'
import { placeOf, prior, priorOfPlace } from '../../../../worker/domain/catalogue/index/prior.ts'

describe('the order of the index', () => {
  it('puts the much lent before the little lent, and the new among them', () => {
    expect(prior(1_000, 4_000)).toBeLessThan(prior(10, 4_000))
    expect(prior(10, 4_000)).toBeLessThan(prior(0, 4_000))
    expect(prior(0, 30)).toBeLessThan(prior(0, 4_000))
    expect(prior(0, 4_000)).toBe(255)
    expect(prior(10_000_000, 0)).toBe(0)
  })

  it('keeps the prior in the place', () => {
    expect(priorOfPlace(placeOf(17, 2_000_000))).toBe(17)
    expect(placeOf(17, 2_000_000)).toBeLessThan(placeOf(18, 1))
  })
})
