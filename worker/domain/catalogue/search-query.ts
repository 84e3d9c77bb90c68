import { authorToken, branchToken, contentGroupToken, decadeToken, languageToken, subjectToken } from './index/filter-tokens.ts'
import { asksNothing, type ParsedQuery, parseQuery } from './query/parse-query.ts'

export const SORTS = ['relevance', 'title', 'author', 'year', 'newest'] as const
export type Sort = (typeof SORTS)[number]

export interface AskedSearch {
  q: string
  branches: number[]
  languages: string[]
  decades: number[]
  groups: string[]
  authors: string[]
  subjects: string[]
  available: boolean
  sort: Sort
  cursor: string | null
  limit: number
  /** Nothing is to be corrected. */
  exact: boolean
}

/** A search in canonical form: the same question typed in two ways is the same query. */
export interface SearchQuery extends Omit<AskedSearch, 'q'> {
  parsed: ParsedQuery
  asked: string
}

export function searchQuery({ q, ...asked }: AskedSearch): SearchQuery {
  const inOrder = <Value extends string | number>(values: Value[]) => [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))
  return {
    ...asked,
    branches: inOrder(asked.branches),
    languages: inOrder(asked.languages),
    decades: inOrder(asked.decades),
    groups: inOrder(asked.groups),
    authors: inOrder(asked.authors),
    subjects: inOrder(asked.subjects),
    parsed: parseQuery(q),
    asked: q.trim(),
  }
}

/** The tokens of the filters: one group for each facet, any token of which will do. */
export function filterGroups({ branches, languages, decades, groups, authors, subjects }: SearchQuery): string[][] {
  return [
    branches.map(branchToken),
    languages.map(languageToken),
    decades.map(decadeToken),
    groups.map(contentGroupToken),
    authors.map(authorToken),
    subjects.map(subjectToken),
  ].filter((tokens) => tokens.length > 0)
}

/** The name under which the answer is cached. */
export function cacheKey({ asked, ...query }: SearchQuery): string {
  return JSON.stringify(query)
}

/** Words that no index holds: a query of punctuation alone finds nothing rather than everything. */
export function findsNothing({ asked, parsed }: SearchQuery): boolean {
  return asksNothing(asked, parsed)
}
