import { isValidIsbn, normalizeIsbn } from '../identifiers.ts'
import { isbnToken, yearToken } from '../index/filter-tokens.ts'
import { indexLetters } from '../index/letters.ts'
import { type AskedWord, analyse, askedWords } from '../text/analyse.ts'
import { otherPlaceNames } from '../text/place-names.ts'
import type { Field, QueryWord } from './clause.ts'

/** A word of a query, before it is known whether it tells anything. */
export interface ReadWord {
  word: QueryWord
  isStop: boolean
}

interface Place {
  field: Field | null
  optional: boolean
}

/** A star after fewer letters would be half the catalogue. */
const LEAST_BEGINNING = 3

/** No compound has more; a text that would is not worth reading on. */
const MOST_HALVES = 24

/** The words of a piece of text without blanks; the last may be the beginning of a word. */
export function queryWords(text: string, place: Place, known?: ReadonlySet<string>): ReadWord[] {
  const isbn = bareIsbn(text)
  if (isbn && place.field === null) return [{ word: isbnWord(text, isbn, place), isStop: false }]
  const asked = askedWords(text, known).slice(0, MOST_HALVES)
  const isBeginning = /[^*?]\*+$/.test(text)
  return asked.map((each, at) => {
    const word = queryWord(each, place)
    const beginning = isBeginning && at === asked.length - 1 && word.key.length >= LEAST_BEGINNING
    return {
      word: beginning ? { ...word, beginning, stems: [word.key], others: [], tokens: [] } : word,
      isStop: each.isStop && place.field === null && !beginning,
    }
  })
}

function queryWord({ part, terms }: AskedWord, { field, optional }: Place): QueryWord {
  const isYear = field === null && /^(1[4-9]|20)\d\d$/.test(part.key)
  return {
    written: part.word,
    key: indexLetters(part.key),
    stems: terms.map(indexLetters),
    others: otherPlaceNames(terms).map(indexLetters),
    tokens: isYear ? [yearToken(Number(part.key))] : [],
    field,
    beginning: false,
    optional,
    quoted: false,
  }
}

/** The words of a phrase, of which the keys count, in order. */
export function phraseWords(text: string, { field, optional }: Place, known?: ReadonlySet<string>): QueryWord[] {
  return analyse(text, known)
    .filter(({ isWhole }) => !isWhole)
    .map(({ word, key }) => {
      const letters = indexLetters(key)
      return { written: word, key: letters, stems: [letters], others: [], tokens: [], field, beginning: false, optional, quoted: true }
    })
}

function bareIsbn(text: string): string | undefined {
  if (!/^[\d-]{9,16}[\dXxХх]$/.test(text)) return undefined
  const isbn = normalizeIsbn(text)
  return isbn && isValidIsbn(isbn) ? isbn : undefined
}

function isbnWord(text: string, isbn: string, { field, optional }: Place): QueryWord {
  const written = text.replaceAll('-', '').replace(/[xХх]/g, 'X')
  const key = written.toLowerCase()
  return { written, key, stems: [key], others: [], tokens: [isbnToken(isbn)], field, beginning: false, optional, quoted: false }
}
