import { unparted, wholeTitleToken } from '../index/filter-tokens.ts'
import { indexLetters } from '../index/letters.ts'
import type { Clause, QueryWord } from '../query/clause.ts'
import { matchOf } from '../query/match.ts'
import { queryWords } from '../query/query-words.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import { asWritten, closeKey, foldWritten, keyOf } from '../text/fold.ts'

/** A question with its blanks elsewhere: `words` tells where. */
export interface Respaced {
  typed: string
  words: { from: string; to: string }[]
}

/** A word as the two it may be made of, in keys. */
export interface Halves {
  left: string
  rest: string
}

/** Shorter pieces stand in some title by chance; side by side they may be shorter. */
export const LEAST_PIECE = 3
export const LEAST_NEIGHBOUR = 2
/** Two words of a title; more letters are junk. */
export const LONGEST = 24
/** Of so many words two may be one; in a longer question something else is wrong. */
const MOST_WORDS = 4

/**
 * The key and the shortest stem of a word that may be two run together (абайжолы), and whether a letter of it may be of both (ақкеме, of
 * which the key has one к); undefined when it cannot be.
 */
export function divisible({
  written,
  key,
  stems,
  field,
  quoted,
  beginning,
}: QueryWord): [key: string, stem: string, shares: 0 | 1] | undefined {
  const isWord = /^[a-z]+$/.test(key) && key.length >= 2 * LEAST_NEIGHBOUR && key.length <= LONGEST
  if (!isWord || quoted || beginning || field !== null) return undefined
  const folded = foldWritten(written)
  const stem = stems.reduce((least, own) => (key.startsWith(own) && own.length < least.length ? own : least), key)
  return [key, stem, closeKey(folded).length < folded.length ? 1 : 0]
}

/** The question with each of these words as two; `halves` stand together in some title. */
export function takenApart({ asked }: SearchQuery, unknown: ReadonlyMap<QueryWord, { halves: Halves[] }>): Respaced | undefined {
  const words: Respaced['words'] = []
  for (const [word, { halves }] of unknown) {
    const to = mostEven(halves)
      .map(({ left, rest }) => parted(word.written, [left, rest]))
      .find((text) => text !== undefined)
    if (to === undefined) return undefined
    words.push({ from: word.written, to })
  }
  return words.length === 0 ? undefined : respaced(asked, words)
}

/** A piece of three letters is likelier to be there by chance than one of five. */
function mostEven(all: Halves[]): Halves[] {
  const least = ({ left, rest }: Halves) => Math.min(left.length, rest.length)
  return all.toSorted((one, other) => least(other) - least(one))
}

/** The letters with a blank wherever the next of the keys begins. */
function parted(letters: string, keys: readonly string[]): string | undefined {
  const [first = '', ...others] = keys
  if (others.length === 0) return keyIn(letters) === first ? letters : undefined
  for (let end = 1; end < letters.length; end += 1) {
    if (keyIn(letters.slice(0, end)) !== first) continue
    const rest = parted(letters.slice(end), others)
    if (rest !== undefined) return `${letters.slice(0, end)} ${rest}`
  }
  return undefined
}

const keyIn = (text: string) => indexLetters(keyOf(text))

/** The question as a whole title whose words are parted otherwise (ақкеме), with its match. */
export function asWholeTitle(query: SearchQuery): { match: string }[] {
  const { typed } = query.parsed
  if (typed === '') return []
  return [{ match: matchOf({ must: [{ kind: 'tokens', tokens: [wholeTitleToken(typed)] }], mustNot: [] }, filterGroups(query)) }]
}

/** The question parted as the title is of which `titleKeys` are the sections. */
export function partedAs(query: SearchQuery, titleKeys: string): Respaced | undefined {
  const sought = unparted(query.parsed.typed)
  const title = titleKeys.split(/[|#]/).find((section) => unparted(section.trim()) === sought)
  const letters = asWritten(query.asked.replace(/[^\p{L}\p{N}\p{M}]+/gu, ''))
  const typed = title && parted(letters, title.trim().split(' '))
  return typed ? { typed, words: [{ from: query.asked, to: typed }] } : undefined
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
    const spaces = [{ from: `${first.written} ${second.written}`, to: whole }]
    return [
      {
        // Most searches find something, and never ask for it: to find the two in the text took longer than all other guesses.
        get typed() {
          return respaced(query.asked, spaces).typed
        },
        words: spaces,
        match: matchOf({ must: together, mustNot }, filterGroups(query)),
      },
    ]
  })
}

function respaced(asked: string, words: Respaced['words']): Respaced {
  const typed = words.reduce((text, { from, to }) => text.replace(loosely(from), to), asked.normalize('NFC'))
  return { typed, words }
}

const loosely = (text: string) => new RegExp(text.replace(/[^\p{L}\p{N}]+/gu, '[^\\p{L}\\p{N}]+'), 'iu')
