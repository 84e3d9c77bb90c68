/** What no deed tells and somebody enters once a year. Money in tiyn; `readers`, `visits`, `loans` and `stock` are of years before the system. */
export const YEAR_FACTS = [
  'population',
  'staff',
  'staff-higher-education',
  'staff-secondary-education',
  'staff-under-36',
  'staff-36-to-55',
  'staff-over-55',
  'libraries',
  'seats',
  'computers',
  'public-computers',
  'floor-area',
  'budget',
  'cost-of-stock',
  'cost-of-staff',
  'cost-of-upkeep',
  'readers',
  'visits',
  'loans',
  'stock',
] as const

export type YearFact = (typeof YEAR_FACTS)[number]

export function isYearFact(text: string): text is YearFact {
  return YEAR_FACTS.some((fact) => fact === text)
}

/** What was so much in a year and no more; the rest holds until somebody enters it anew. */
const OF_ONE_YEAR: readonly string[] = ['budget', 'cost-of-stock', 'cost-of-staff', 'cost-of-upkeep', 'readers', 'visits', 'loans', 'stock']

export function isCarried(fact: string): boolean {
  return !OF_ONE_YEAR.includes(fact)
}
