import { nearIsbns, normalizeIsbn } from '../identifiers.ts'
import { matchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import type { Respaced } from './spacing.ts'

/** The questions in which a number that no record has is the ISBN it may be meant to be, with their matches. */
export function rightIsbns(query: SearchQuery): (Respaced & { match: string })[] {
  const from = /(?<![\p{L}\d])(?:\d[-‐‑–—−\s]?){8,13}[\dXxХх](?![\p{L}\d])/u.exec(query.asked)?.[0]
  if (from === undefined) return []
  const others = nearIsbns(from).filter((isbn) => isbn !== normalizeIsbn(from))
  return others.map((to) => {
    const typed = query.asked.replace(from, to)
    return { typed, words: [{ from, to }], match: matchOf(parseQuery(typed), filterGroups(query)) }
  })
}
