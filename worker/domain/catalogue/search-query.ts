import { authorToken, branchToken, contentGroupToken, decadeToken, languageToken, subjectToken } from './index/filter-tokens.ts'
import { DASH_BEFORE_NAME, looksDescribed, PRINTED_MARKS } from './query/description-signs.ts'
import { quietened } from './query/lexemes.ts'
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
  const text = unescaped(q.trim())
  return { ...asked, branches: [...new Set(asked.branches)].sort((a, b) => a - b), parsed: parseQuery(text), asked: text }
}

/** What was copied out of an address. */
function unescaped(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The tokens of the filters in a canonical order: one group for each facet, any token of which will do. */
export function filterGroups({ branches, languages, decades, groups, authors, subjects }: SearchQuery): string[][] {
  return [
    branches.map(branchToken),
    languages.map(languageToken),
    decades.map(decadeToken),
    groups.map(contentGroupToken),
    authors.map(authorToken),
    subjects.map(subjectToken),
  ]
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => [...new Set(tokens)].sort())
}

/** The name under which the answer is cached: the same question asked in two ways has one. */
export function cacheKey(query: SearchQuery): string {
  const { parsed, available, sort, cursor, limit, exact } = query
  return JSON.stringify([parsed.canonical, otherLetters(query), filterGroups(query), available, sort, cursor, limit, exact])
}

/**
 * What of the signs typed may matter when nothing is found: on another keyboard layout they are letters (`rj;f` may be кожа, and `rj f`
 * is not; `-мір` may be өмір), a line out of a list of literature is read by its full stops and dashes, and printed quotation marks,
 * a dash before a name and operators among capitals may be no signs at all.
 */
function otherLetters({ asked, exact, parsed }: SearchQuery): string {
  if (exact) return ''
  const signs = /[a-z]/i.test(asked) ? /[^\p{L}\p{N}\s]/u : /[-=]\p{L}|\p{L}[-=]/u
  const isRead = signs.test(asked) || (parsed.words.length > 1 && looksDescribed(asked))
  const isPrinted = PRINTED_MARKS.test(asked)
  const isNamed = DASH_BEFORE_NAME.test(asked)
  const isShouted = quietened(asked) !== undefined
  return `${isPrinted ? '«' : ''}${isNamed ? '-' : ''}${isShouted ? '!' : ''}${isRead ? asked.toLowerCase().replace(/\s+/g, ' ') : ''}`
}

/** Words that no index holds: a query of punctuation alone finds nothing rather than everything. */
export function findsNothing({ asked, parsed }: SearchQuery): boolean {
  return asksNothing(asked, parsed)
}
