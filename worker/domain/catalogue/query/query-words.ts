import { normalizeIsbn } from '../identifiers.ts'
import { isbnToken, yearToken } from '../index/filter-tokens.ts'
import { indexLetters } from '../index/letters.ts'
import { type AskedWord, analyse, askedWords } from '../text/analyse.ts'
import { otherNames } from '../text/other-names.ts'
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

/** A star after fewer letters typed, or fewer of a key, would be half the catalogue. */
const LEAST_BEGINNING = { typed: 3, key: 2 }

/** No compound has more; a text that would is not worth reading on. */
const MOST_HALVES = 24

/** The words of a piece of text without blanks; the last may be the beginning of a word. */
export function queryWords(text: string, place: Place, known?: ReadonlySet<string>): ReadWord[] {
  if (place.field === null && isIsbn(text)) return [{ word: isbnWord(text, place.optional), isStop: false }]
  const asked = askedWords(text, known).slice(0, MOST_HALVES)
  const isBeginning = /[^*?]\*+$/.test(text)
  return asked.map((each, at) => {
    const word = queryWord(each, place)
    const beginning = isBeginning && at === asked.length - 1 && isLongEnough(word)
    return {
      word: beginning ? { ...word, beginning, stems: [word.key], others: [], tokens: [] } : word,
      isStop: each.isStop && place.field === null && !beginning,
    }
  })
}

const isLongEnough = ({ written, key }: QueryWord) => [...written].length >= LEAST_BEGINNING.typed && key.length >= LEAST_BEGINNING.key

function queryWord({ part, terms }: AskedWord, { field, optional }: Place): QueryWord {
  const isYear = field === null && /^(1[4-9]|20)\d\d$/.test(part.key)
  return {
    written: part.word,
    key: indexLetters(part.key),
    stems: terms.map(indexLetters),
    others: otherNames(terms).map(indexLetters),
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

/** As long as an ISBN, whatever its check digit says, and maybe with the full stop of a sentence. */
export function isIsbn(text: string): boolean {
  return /^\(?(?:\d{9}[\dXxХх]|97[89]\d{10})[).,;:!?…]*$/.test(text)
}

/** Digits that may stand in the text of a record too, as they were printed. */
function isbnWord(text: string, optional: boolean): QueryWord {
  const word = onlyIsbn(text, optional)
  return { ...word, stems: [word.key] }
}

/** A record's ISBN and nothing else; what is no ISBN is nobody's. */
export function onlyIsbn(text: string, optional: boolean): QueryWord {
  const written = text
    .replace(/[^\dXxХх]/g, '')
    .replace(/[xХх]/g, 'X')
    .replace(/X(?!$)/g, '')
  const tokens = [isbnToken(normalizeIsbn(written) ?? written)]
  return { written, key: written.toLowerCase(), stems: [], others: [], tokens, field: null, beginning: false, optional, quoted: false }
}
