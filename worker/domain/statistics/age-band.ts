export type AgeBand = 'child' | 'youth' | 'adult' | 'senior' | 'unknown'

/** The age bands of the national figures: under 15, 15 to 28, adults, 60 and over. */
export function ageBand(birthYear: number | null, year: number): AgeBand {
  if (birthYear === null) return 'unknown'
  const age = year - birthYear
  if (age < 15) return 'child'
  if (age <= 28) return 'youth'
  return age < 60 ? 'adult' : 'senior'
}
