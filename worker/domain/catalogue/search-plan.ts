import { firstWordToken, spellingToken, wholeTitleToken } from './index/filter-tokens.ts'
import type { QueryWord } from './query/clause.ts'
import { matchOf } from './query/match.ts'
import type { Cursor } from './search-cursor.ts'
import { filterGroups, type SearchQuery, type Sort } from './search-query.ts'

/** What is put to the index. Every `match` is FTS5 syntax in which all that was typed stands in quotes. */
export interface SearchPlan {
  /** The words and the filters: what a hit must have. */
  match: string
  /**
   * Narrower matches, whose best are ranked too when there are more matches than can all be ranked; a `dear` one is not when matches
   * are few and far between.
   */
  closer: { match: string; most: number; dear: boolean }[]
  words: QueryWord[]
  /** The beginning of a word is looked for, which is dear: all words that begin so are put together anew each time. */
  opensOnce: boolean
  /** The keys of all words typed, stop words too, between spaces; empty when the query is more than words. */
  typed: string
  branches: number[]
  available: boolean
  sort: Sort
  cursor: Cursor
  limit: number
}

const MOST_WHOLE_TITLES = 20
const MOST_CLOSER = 50

export function searchPlan(query: SearchQuery, cursor: Cursor): SearchPlan {
  const { parsed, branches, available, sort, limit } = query
  const match = matchOf(parsed, filterGroups(query))
  const { typed } = parsed
  return {
    match,
    closer: closerMatches(match, query),
    words: parsed.words,
    opensOnce: parsed.words.some(({ beginning }) => beginning),
    typed: typed === '' ? '' : ` ${typed} `,
    branches,
    available,
    sort,
    cursor,
    limit,
  }
}

function closerMatches(match: string, query: SearchQuery): SearchPlan['closer'] {
  const { typed, words: all } = query.parsed
  const words = all.filter(({ optional }) => !optional)
  if (words.length === 0 || all.some(({ beginning }) => beginning)) return []
  const within = (narrower: string) => `(${match}) AND ${narrower}`
  const withAllWords = withAllWordsIn(query) ?? within
  // A common word and a filter that seldom meet are walked to the end of the index, often for nothing.
  const dear = filterGroups(query).length > 0
  const keys = words.map(({ key }) => `"${key}"`).join(' AND ')
  const first = typed.split(' ')[0]
  const spellings = words.filter(({ written }) => written.length <= 4).map(({ written }) => `"${spellingToken(written)}"`)
  return [
    ...(typed ? [{ match: withAllWords(`"${wholeTitleToken(typed)}"`), most: MOST_WHOLE_TITLES, dear: false }] : []),
    ...(first ? [{ match: withAllWords(`"${firstWordToken(first)}" AND {title} : (${keys})`), most: MOST_CLOSER, dear }] : []),
    { match: withAllWords(`{title author} : (${keys})`), most: MOST_CLOSER, dear },
    ...(spellings.length > 0 ? [{ match: within(`{title author filter} : (${spellings.join(' AND ')})`), most: MOST_CLOSER, dear }] : []),
  ]
}

/**
 * How a match that has every word typed is narrowed further. Where nothing but words was asked for they need not stand in the match
 * twice: a common word is dear to walk through. Undefined when more was asked for.
 */
function withAllWordsIn(query: SearchQuery): ((narrower: string) => string) | undefined {
  const { must, mustNot } = query.parsed
  const isPlain = must.every((clause) => clause.kind === 'word' && clause.word.field === null && clause.word.stems.length > 0)
  if (!isPlain || mustNot.length > 0) return undefined
  const filters = filterGroups(query)
  return filters.length === 0 ? (narrower) => narrower : (narrower) => `(${matchOf({ must: [], mustNot }, filters)}) AND ${narrower}`
}
