import type { Hit } from '../hit.ts'
import { indexLetters } from '../index/letters.ts'
import type { QueryWord } from '../query/clause.ts'
import type { Correction, SearchAnswer } from '../search-answer.ts'
import type { SearchQuery } from '../search-query.ts'
import { analyse, spellings, type Token } from '../text/analyse.ts'
import { asWritten, scriptOf } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import { isCyrillic, isThereByChance } from './chance.ts'

/** A correction as people write it: the index holds keys, the books hold words, and so do their headings. */
export function shownCorrection(
  { asked }: SearchQuery,
  unknown: QueryWord[],
  used: QueryWord[],
  { hits, facets }: Pick<SearchAnswer, 'hits' | 'facets'>,
): Pick<Correction, 'shown' | 'words'> {
  const inHits = wordsOf(hits.map(({ title, author }) => `${title} ${author ?? ''}`))
  const inHeadings = wordsOf([...(facets?.subject ?? []), ...(facets?.author ?? [])].map(({ value }) => value))
  const words = unknown.flatMap(({ written }) => {
    const meant = used.find((word) => word.written === written)
    const terms = meant ? [...meant.stems, ...meant.others] : []
    // Of two that sound alike, the one in the reader's letters.
    const isAlike = ({ word }: Token) => scriptOf(word) === scriptOf(written)
    const seen = met(inHits, terms, isAlike) ?? met(inHits, terms) ?? met(inHeadings, terms, isAlike) ?? met(inHeadings, terms)
    return seen ? [{ from: written, to: seen.word }] : []
  })
  const shown = asked.replace(/[\p{L}\p{N}\p{M}'ʼ’]+/gu, (piece) => words.find(({ from }) => from === asWritten(piece))?.to ?? piece)
  return { shown, words }
}

/** The words of texts, each read when it is looked at: what was meant mostly stands in the first. */
function wordsOf(texts: string[]): () => Iterable<Token> {
  const read: Token[][] = []
  return function* () {
    for (const [place, text] of texts.entries()) {
      read[place] ??= analyse(text)
      yield* read[place]
    }
  }
}

function met(words: () => Iterable<Token>, terms: string[], isMeant = (_: Token) => true): Token | undefined {
  for (const term of terms) {
    for (const token of words()) if (isMeant(token) && spellings(token).some((own) => indexLetters(own) === term)) return token
  }
  return undefined
}

const SHORT_WORD = 5

/**
 * One short word in place of another that nobody sees, or that is in other letters (әке is no «age»); or what is left of a Cyrillic
 * question is to be seen in no hit but by chance.
 */
export function isFarFetched({ parsed: { words } }: SearchQuery, { corrected, hits }: SearchAnswer): boolean {
  if (corrected?.kind !== 'layout' && words.every(({ written }) => isCyrillic(written)) && hits.every(isThereByChance)) return true
  if (corrected?.kind !== 'spelling') return false
  const isShort = (word: string) => word.length <= SHORT_WORD && isCyrillic(word)
  const [only, ...more] = words
  if (only && more.length === 0) return isShort(only.written) && corrected.words.every(({ to }) => !isCyrillic(to))
  return corrected.words.some(({ from, to }) => isShort(from) && scriptOf(to) === 'latin')
}

/** Those of the words, in any of their forms, that are not to be seen in the title or the author of a hit. */
export function notSeenIn({ title, author }: Hit, words: QueryWord[]): QueryWord[] {
  const seen = new Set(analyse(`${title} ${author ?? ''}`).flatMap((token) => spellings(token).map(indexLetters)))
  return words.filter(({ key, stems }) => ![key, ...stems].some((term) => seen.has(term)))
}

/** Every telling word of the title was asked for, or the words stand there side by side, as they were typed. */
export function isToldBy({ title }: Hit, words: QueryWord[]): boolean {
  const tokens = analyse(title).filter(({ isWhole }) => !isWhole)
  const isOne = (token: Token | undefined, { key, stems, others }: QueryWord) =>
    token !== undefined && spellings(token).some((term) => [key, ...stems, ...others].includes(indexLetters(term)))
  const telling = tokens.filter(({ word, key }) => !isStopWord(word, key))
  return (
    telling.every((token) => words.some((word) => isOne(token, word))) ||
    tokens.some((_, start) => words.every((word, place) => isOne(tokens[start + place], word)))
  )
}
