import { queryTerms } from './text/analyse.ts'

export const SORTS = ['relevance', 'title', 'author', 'year', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** A search in canonical form: the same question typed in two ways is the same query. */
export interface SearchQuery {
  /** For every word, the index terms any of which will do. */
  terms: string[][]
  branch: number | null
  language: string | null
  available: boolean
  sort: Sort
  offset: number
  limit: number
}

export interface AskedSearch {
  q: string
  branch?: number | undefined
  language?: string | undefined
  available: boolean
  sort: Sort
  cursor?: number | undefined
  limit: number
}

export function searchQuery({ q, branch, language, available, sort, cursor, limit }: AskedSearch): SearchQuery {
  return { terms: queryTerms(q), branch: branch ?? null, language: language ?? null, available, sort, offset: cursor ?? 0, limit }
}

/** The name under which the answer is cached. */
export function cacheKey(query: SearchQuery): string {
  return JSON.stringify(query)
}

/** Words that no index holds: a query of punctuation alone finds nothing rather than everything. */
export function findsNothing(q: string, { terms }: SearchQuery): boolean {
  return q.trim() !== '' && terms.length === 0
}
