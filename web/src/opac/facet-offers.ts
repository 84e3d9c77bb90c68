import type { FacetValue, SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import { CHOICES, type Choice, type Search, searchQuery } from './address.ts'

/** A value of a filter that may be ticked; its count is null when nobody has counted it for this search. */
export interface Offer {
  value: string
  count: number | null
}

/** For each filter, its values and the search they were counted for, that filter apart. */
export type Counted = Partial<Record<Choice, { apart: string; values: FacetValue[] }>>

const apartFrom = (search: Search, choice: Choice) =>
  searchQuery({ ...search, chosen: { ...search.chosen, [choice]: [] }, sort: 'relevance', cursor: '' }).toString()

/**
 * An answer counts only what it found: once a language is chosen it holds no other. The counts made before the choice are those
 * a reader chooses by, so they are kept.
 */
export function withCounts(counted: Counted, asked: Search, facets: SearchAnswer['facets']): Counted {
  if (!facets) return counted
  const kept: Counted = {}
  for (const choice of CHOICES) {
    const apart = apartFrom(asked, choice)
    const before = counted[choice]
    kept[choice] = asked.chosen[choice].length > 0 && before?.apart === apart ? before : { apart, values: facets[choice] ?? [] }
  }
  return kept
}

export function offersOf(counted: Counted, search: Search, choice: Choice): Offer[] {
  const values: Offer[] = counted[choice]?.values ?? []
  const missing = search.chosen[choice].filter((chosen) => !values.some(({ value }) => value === chosen))
  return [...missing.map((value) => ({ value, count: null })), ...values]
}
