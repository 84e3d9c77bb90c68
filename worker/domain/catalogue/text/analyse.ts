import { englishStem } from './english-stem.ts'
import { asWritten, closeKey, foldWritten } from './fold.ts'
import { kazakhStem, otherStems } from './kazakh-stem.ts'
import { protectedWords } from './protected-words.ts'
import { russianStem } from './russian-stem.ts'
import { isStopWord } from './stop-words.ts'
import { partsOf, wordsOf } from './tokenise.ts'

/** Keys and stems are [a-zа-я0-9] only, so they may be quoted in an FTS5 MATCH as they are. */
export interface Token {
  /** As written: lower case, NFC, look-alikes repaired. */
  readonly word: string
  readonly key: string
  readonly stem: string
  /** Russian or English, only where it adds something to the key and the Kazakh stem. */
  readonly foreignStem?: string
  /** The stem for those who do not know that the catalogue's own names are protected. */
  readonly unprotectedStem?: string
  /** The whole of a hyphen compound, whose halves stand before it. */
  readonly isWhole?: true
}

interface AnalysedWord {
  readonly parts: readonly Token[]
  readonly whole?: Token
}

/** The words of a text in order; a hyphen compound gives its halves and then the whole. */
export function analyse(text: string, known: ReadonlySet<string> = protectedWords): Token[] {
  const tokens: Token[] = []
  for (const { parts, whole } of analysedWords(text, known)) {
    tokens.push(...parts)
    if (whole) tokens.push(whole)
  }
  return tokens
}

/** What an FTS5 `unicode61` column holds: the distinct keys and stems of the text, in order. */
export function indexText(text: string, known: ReadonlySet<string> = protectedWords): string {
  return [...new Set(analyse(text, known).flatMap(spellings))].join(' ')
}

/** A word of a query with the terms any of which will do; each half of a compound may also be met by the whole. */
export interface AskedWord {
  readonly part: Token
  readonly terms: readonly string[]
  readonly isStop: boolean
}

export function askedWords(text: string, known: ReadonlySet<string> = protectedWords): AskedWord[] {
  return analysedWords(text, known).flatMap(({ parts, whole }) => {
    const together = whole ? asked(whole, known) : []
    return parts.map((part) => ({
      part,
      terms: [...new Set([...asked(part, known), ...together])],
      isStop: isStopWord(part.word, part.key),
    }))
  })
}

const askedTerms = new WeakMap<Token, readonly string[]>()

/** A token is remembered for the words that were known then: so are its terms. */
function asked(token: Token, known: ReadonlySet<string>): readonly string[] {
  const before = askedTerms.get(token)
  if (before) return before
  const terms = [...spellings(token), ...otherStems(foldWritten(token.word.replaceAll('-', '')), known)]
  askedTerms.set(token, terms)
  return terms
}

/** The terms under which a token is indexed: its key and its stems. */
export function spellings({ key, stem, foreignStem, unprotectedStem }: Token): string[] {
  const terms = [key]
  for (const term of [stem, foreignStem, unprotectedStem]) if (term && !terms.includes(term)) terms.push(term)
  return terms
}

function analysedWords(text: string, known: ReadonlySet<string>): AnalysedWord[] {
  const words: AnalysedWord[] = []
  for (const written of wordsOf(text)) {
    const word = rememberedWord(written, known)
    if (word.parts.length > 0) words.push(word)
  }
  return words
}

let mostRemembered = 30_000
let remembered = new Map<string, AnalysedWord>()
let before = new Map<string, AnalysedWord>()
let rememberedFor: ReadonlySet<string> = protectedWords

/** For those who analyse a whole catalogue where there is room. */
export function rememberWords(most: number): void {
  mostRemembered = most
}

/** Words repeat: what was analysed lately is remembered. When that is much, what was not asked for again is forgotten. */
function rememberedWord(word: string, known: ReadonlySet<string>): AnalysedWord {
  if (known !== rememberedFor) {
    remembered = new Map()
    before = new Map()
    rememberedFor = known
  }
  const own = remembered.get(word)
  if (own) return own
  if (remembered.size >= mostRemembered) {
    before = remembered
    remembered = new Map()
  }
  const fresh = before.get(word) ?? analysedWord(word, known)
  remembered.set(word, fresh)
  return fresh
}

function analysedWord(word: string, known: ReadonlySet<string>): AnalysedWord {
  const tokens = partsOf(word)
    .map(asWritten)
    .map((part) => analysedToken(part, part, known))
    .filter(({ key }) => key !== '')
  if (tokens.length < 2) return { parts: tokens }
  const words = tokens.map(({ word: part }) => part)
  const whole = analysedToken(words.join('-'), words.join(''), known)
  return { parts: tokens, whole: { ...whole, isWhole: true } }
}

/** One letter is the stem of no longer word. */
const isStemOf = (stem: string, key: string) => stem.length > 1 || (stem !== '' && key.length < 3)

/** The known words, noting whether one that is not always protected was asked for. */
function noting(known: ReadonlySet<string>) {
  return {
    hasMet: false,
    has(word: string): boolean {
      const isKnown = known.has(word)
      if (isKnown && known !== protectedWords && !protectedWords.has(word)) this.hasMet = true
      return isKnown
    },
  }
}

function analysedToken(word: string, letters: string, known: ReadonlySet<string>): Token {
  const folded = foldWritten(letters)
  const key = closeKey(folded)
  const stemOf = (cut: string) => (isStemOf(cut, key) ? cut : key)
  const asked = noting(known)
  const stem = stemOf(kazakhStem(folded, asked))
  const unprotected = asked.hasMet ? stemOf(kazakhStem(folded)) : stem
  const foreign = russianStem(letters) ?? englishStem(letters)
  return {
    word,
    key,
    stem,
    ...(foreign && isStemOf(foreign, key) && foreign !== key && foreign !== stem && { foreignStem: foreign }),
    ...(unprotected !== stem && { unprotectedStem: unprotected }),
  }
}
