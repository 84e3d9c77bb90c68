import { indexLetters } from '../index/letters.ts'
import type { Clause, QueryWord } from '../query/clause.ts'
import { matchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { queryWords } from '../query/query-words.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import { analyse } from '../text/analyse.ts'

/** A question with its blanks elsewhere: `words` tells where. */
export interface Respaced {
  typed: string
  words: { from: string; to: string }[]
}

/** Shorter pieces stand in some title by chance. */
export const LEAST_PIECE = 3
/** Two words of a title; more letters are junk. */
const LONGEST = 24
/** Of so many words two may be one; in a longer question something else is wrong. */
const MOST_WORDS = 4

/** The key and the shortest stem of a word that may be two run together (абайжолы); undefined when it cannot be. */
export function divisible({ key, stems, field, quoted, beginning }: QueryWord): [key: string, stem: string] | undefined {
  const isWord = /^[a-z]+$/.test(key) && key.length >= 2 * LEAST_PIECE && key.length <= LONGEST
  if (!isWord || quoted || beginning || field !== null) return undefined
  return [key, stems.reduce((least, stem) => (key.startsWith(stem) && stem.length < least.length ? stem : least), key)]
}

/** The question with each of these words as two; `lefts` are the beginnings of its key that, with the rest, stand in some title. */
export function takenApart({ asked }: SearchQuery, unknown: ReadonlyMap<QueryWord, { lefts: string[] }>): Respaced | undefined {
  const words: Respaced['words'] = []
  for (const [word, { lefts }] of unknown) {
    const to = mostEven(lefts, word.key)
      .map((left) => withBlank(word.written, left))
      .find((text) => text !== undefined)
    if (to === undefined) return undefined
    words.push({ from: word.written, to })
  }
  return words.length === 0 ? undefined : respaced(asked, words)
}

/** A piece of three letters is likelier to be there by chance than one of five. */
function mostEven(lefts: string[], key: string): string[] {
  const least = (left: string) => Math.min(left.length, key.length - left.length)
  return lefts.toSorted((one, other) => least(other) - least(one))
}

/** The word as typed, with a blank where its key begins with `left`. */
function withBlank(written: string, left: string): string | undefined {
  const keyOf = (text: string) => indexLetters(analyse(text)[0]?.key ?? '')
  for (let end = written.length - 1; end > 0; end -= 1)
    if (keyOf(written.slice(0, end)) === left) return `${written.slice(0, end)} ${written.slice(end)}`
  return undefined
}

/** The questions in which two neighbouring words are one (көшпен ділер), with their matches. */
export function putTogether(query: SearchQuery): (Respaced & { match: string })[] {
  const { must, mustNot, words } = query.parsed
  const isPlain = mustNot.length === 0 && must.every(({ kind }) => kind === 'word')
  if (!isPlain || words.length > MOST_WORDS || words.some(({ field, beginning }) => field !== null || beginning)) return []
  return words.slice(1).flatMap((second, place) => {
    const first = words[place]
    if (!first || first.key.length + second.key.length < 2 * LEAST_PIECE) return []
    const whole = first.written + second.written
    const [read, ...more] = queryWords(whole, { field: null, optional: false })
    if (!read || more.length > 0) return []
    const word: Clause = { kind: 'word', word: read.word }
    const together = [...must.slice(0, place), word, ...must.slice(place + 2)]
    const shown = respaced(query.asked, [{ from: `${first.written} ${second.written}`, to: whole }])
    return [{ ...shown, match: matchOf({ must: together, mustNot }, filterGroups(query)) }]
  })
}

function respaced(asked: string, words: Respaced['words']): Respaced {
  const typed = words.reduce((text, { from, to }) => text.replace(loosely(from), to), asked.normalize('NFC'))
  return { typed, words }
}

export function respacedQuery(query: SearchQuery, { typed }: Respaced): SearchQuery {
  return { ...query, parsed: parseQuery(typed) }
}

const loosely = (text: string) => new RegExp(text.replace(/[^\p{L}\p{N}]/gu, '[^\\p{L}\\p{N}]+'), 'iu')
