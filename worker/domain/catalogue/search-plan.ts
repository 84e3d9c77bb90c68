import { firstWordToken, spellingToken, wholeTitleToken } from './index/filter-tokens.ts'
import type { QueryWord, Sequence } from './query/clause.ts'
import { matchOf } from './query/match.ts'
import type { Cursor } from './search-cursor.ts'
import { filterGroups, type SearchQuery, type Sort } from './search-query.ts'

/** What is put to the index. Every `match` is FTS5 syntax in which all that was typed stands in quotes. */
export interface SearchPlan {
  /** The words and the filters: what a hit must have. */
  match: string
  /**
   * Narrower matches, whose best are ranked too when there are more matches than can all be ranked; one that is narrower still than the
   * match before it only when that has more than its best.
   */
  closer: { match: string; most: number; within?: true }[]
  /** Within a filter, and of a word's beginning, narrower matches would be dear to seek: more of the first are ranked instead. */
  ranksMore: boolean
  words: QueryWord[]
  /** The beginning of a word is looked for, which is dear: all words that begin so are put together anew each time. */
  opensOnce: boolean
  /** The keys of all words typed, stop words too, between spaces; empty when the query is more than words. */
  typed: string
  /** Of a year that was asked for by itself. */
  byYear: boolean
  branches: number[]
  available: boolean
  sort: Sort
  cursor: Cursor
  limit: number
}

const MOST_WHOLE_TITLES = 20
const MOST_CLOSER = 50
/** The more words, the dearer the walk to a record that has them all, and the surer it is meant. */
const MOST_OF_MANY_WORDS = 20
const MANY_WORDS = 3

export function searchPlan(query: SearchQuery, cursor: Cursor): SearchPlan {
  const { parsed, branches, available, sort, limit } = query
  const filters = filterGroups(query)
  const match = matchOf(parsed, filters)
  const { typed, words } = parsed
  const opensOnce = words.some(({ beginning }) => beginning)
  return {
    match,
    closer: opensOnce ? [] : closerMatches(match, query, filters),
    ranksMore: opensOnce || (words.length > 0 && filters.length > 0),
    words,
    opensOnce,
    typed: typed === '' ? '' : ` ${typed} `,
    byYear: parsed.must.some(({ kind }) => kind === 'tokens'),
    branches,
    available,
    sort,
    cursor,
    limit,
  }
}

function closerMatches(match: string, { parsed }: SearchQuery, filters: string[][]): SearchPlan['closer'] {
  const { typed } = parsed
  const words = parsed.words.filter(({ optional }) => !optional)
  if (words.length === 0) return []
  const within = (narrower: string) => `(${match}) AND ${narrower}`
  const withAllWords = hasWordsOnly(parsed)
    ? (narrower: string) => (filters.length > 0 ? `(${matchOf(NOTHING, filters)}) AND ${narrower}` : narrower)
    : within
  const whole = typed ? [{ match: withAllWords(`"${wholeTitleToken(typed)}"`), most: MOST_WHOLE_TITLES }] : []
  if (filters.length > 0) return whole
  const keys = words.map(({ key }) => `"${key}"`).join(' AND ')
  const first = typed.split(' ')[0]
  const most = words.length < MANY_WORDS ? MOST_CLOSER : MOST_OF_MANY_WORDS
  const spellings = words.filter(({ written }) => written.length <= 4).map(({ written }) => `"${spellingToken(written)}"`)
  return [
    ...whole,
    { match: withAllWords(`{title author} : (${keys})`), most },
    ...(first ? [{ match: withAllWords(`"${firstWordToken(first)}" AND {title} : (${keys})`), most, within: true as const }] : []),
    ...(spellings.length > 0 ? [{ match: within(`{title author filter} : (${spellings.join(' AND ')})`), most }] : []),
  ]
}

const NOTHING: Sequence = { must: [], mustNot: [] }

/**
 * Where nothing but words was asked for they need not stand twice in a match that is narrowed further: a common word is dear to walk
 * through.
 */
function hasWordsOnly({ must, mustNot }: Sequence): boolean {
  return (
    mustNot.length === 0 && must.every((clause) => clause.kind === 'word' && clause.word.field === null && clause.word.stems.length > 0)
  )
}
