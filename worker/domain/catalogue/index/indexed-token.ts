import { analyse, spellings, type Token } from '../text/analyse.ts'
import { indexLetters } from './letters.ts'

/** A word as the index holds it, in index letters. */
export interface IndexedToken {
  /** As written. */
  readonly word: string
  readonly key: string
  /** All by which it is found: its key and its stems. */
  readonly terms: readonly string[]
  /** Its stem alone, for long texts. */
  readonly stem: string
  /** What a misspelt word is compared with. */
  readonly speltAs: readonly string[]
  /** The whole of a hyphen compound, whose halves stand before it. */
  readonly isWhole: boolean
}

const indexed = new WeakMap<Token, IndexedToken>()

/** The words of a text in order. Texts share their words, which `analyse` remembers: each is put into index letters once. */
export function indexedTokens(text: string, known?: ReadonlySet<string>): IndexedToken[] {
  return analyse(text, known).map((token) => {
    const before = indexed.get(token)
    if (before) return before
    const own = indexedToken(token)
    indexed.set(token, own)
    return own
  })
}

function indexedToken(token: Token): IndexedToken {
  const { word, key, stem, foreignStem, isWhole } = token
  return {
    word,
    key: indexLetters(key),
    terms: spellings(token).map(indexLetters),
    stem: indexLetters(foreignStem ?? stem),
    speltAs: speltAs(token).map(indexLetters),
    isWhole: isWhole === true,
  }
}

const SHORT_WORD_KEPT = 7
const LEAST_STEM = 5

/** A stem of few letters says too little: a short word stands for itself. */
function speltAs({ key, stem: kazakh, foreignStem }: Token): string[] {
  const stem = foreignStem ?? kazakh
  if (key.length > SHORT_WORD_KEPT) return [stem]
  return stem.length < LEAST_STEM ? [key] : [key, stem]
}
