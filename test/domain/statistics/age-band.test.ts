import { expect, it } from 'vitest'
import { ageBand } from '../../../worker/domain/statistics/age-band.ts'

it.each([
  [null, 'unknown'],
  [2012, 'child'],
  [2011, 'youth'],
  [1998, 'youth'],
  [1997, 'adult'],
  [1967, 'adult'],
  [1966, 'senior'],
] as const)('counts who was born in %s in 2026 as %s', (birthYear, band) => {
  expect(ageBand(birthYear, 2026)).toBe(band)
})
