export type AgeBand = 'child' | 'youth' | 'adult' | 'senior' | 'unknown'

/** The age bands of the national figures: under 15, 15 to 28, adults; who is older is a senior. */
export const YOUNGER_THAN = [
  ['child', 15],
  ['youth', 29],
  ['adult', 60],
] as const

export function ageBand(birthYear: number | null, year: number): AgeBand {
  if (birthYear === null) return 'unknown'
  const age = year - birthYear
  return YOUNGER_THAN.find(([, least]) => age < least)?.[0] ?? 'senior'
}
