import type { Hit } from './hit.ts'

export const FACETS = ['branch', 'available', 'language', 'decade', 'class', 'author', 'subject'] as const
export type Facet = (typeof FACETS)[number]

export interface FacetValue {
  value: string
  count: number
}

export type Facets = Record<Facet, FacetValue[]>

/** What was searched instead of what was typed. */
export interface Correction {
  kind: 'spelling' | 'layout' | 'fewer'
  asked: string
  shown: string
  words: { from: string; to: string }[]
}

export interface SearchAnswer {
  hits: Hit[]
  total: number
  /** The total and the counts of the facets are estimates: always above 500 matches, never below. */
  estimated: boolean
  /** Counted over the whole result; null on pages so deep that nobody looks at them. */
  facets: Facets | null
  cursor: string | null
  corrected?: Correction
  /** The database does not answer: this is what it last said. */
  stale?: { since: string }
}
