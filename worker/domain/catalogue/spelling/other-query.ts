import type { QueryWord } from '../query/clause.ts'
import { wordsIn } from '../query/clauses.ts'
import { DASH_BEFORE_NAME, PRINTED_MARKS } from '../query/description-signs.ts'
import { quietened } from '../query/lexemes.ts'
import { matchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import { otherLayoutReadings } from '../text/keyboard-layout.ts'
import { correctedClauses, corrections, isUnlikely } from './correct.ts'
import type { Respaced } from './spacing.ts'

export interface Reading {
  typed: string
  query: SearchQuery
  match: string
}

/** Of so many words one or two may be misspelt; more are no title. */
const MOST_WORDS = 8
const MOST_KNOWN = 5

/** What the same keys say on another layout. Of most Russian words they say nothing in Latin letters: ghfdf is no word. */
export function otherReadings(query: SearchQuery): Reading[] {
  return otherLayoutReadings(query.asked).flatMap((typed) => {
    const words = typed.split(/\s+/)
    if (words.length > 1 && /^[ -~]+$/.test(typed) && words.some(isUnlikely)) return []
    const meant = { ...query, parsed: parseQuery(typed) }
    return [{ typed, query: meant, match: matchOf(meant.parsed, filterGroups(meant)) }]
  })
}

/** A question as it was written, to be asked instead of another. */
export function asItStands(query: SearchQuery): Respaced & { match: string } {
  return { typed: query.asked, words: [], match: matchOf(query.parsed, filterGroups(query)) }
}

const read = (query: SearchQuery, asked: string): SearchQuery => ({ ...query, asked, parsed: parseQuery(asked) })

/** What was typed all in capitals, with its operators read as such: «АБАЙ ИЛИ ПУШКИН». */
export function withOperators(query: SearchQuery): (Respaced & { match: string })[] {
  const typed = quietened(query.asked)
  return typed === undefined ? [] : [asItStands(read(query, typed))]
}

/**
 * The question without printed quotation marks («Тихий Дон Шолохов») and without a dash before an author («Обломов -Гончаров»), for when
 * nothing is found by what they say; the question itself where there are none. Plain marks stay.
 */
export function withoutSigns(query: SearchQuery): SearchQuery {
  const hasPhrase = query.parsed.must.some(({ kind }) => kind === 'phrase')
  const asked = hasPhrase
    ? query.asked.replaceAll(new RegExp(PRINTED_MARKS, 'g'), ' ')
    : query.asked.replaceAll(new RegExp(DASH_BEFORE_NAME, 'gu'), ' ')
  return asked === query.asked ? query : read(query, asked.replace(/\s+/g, ' ').trim())
}

/** The query with its unknown words as they may have been meant; undefined when all are known, or nothing is near to one. */
export function respelt(query: SearchQuery, unknown: ReadonlyMap<QueryWord, { near: string[] }>): SearchQuery | undefined {
  if (unknown.size === 0 || query.parsed.words.length > MOST_WORDS) return undefined
  const meant = new Map([...unknown].map(([word, { near }]) => [word, corrections(word, near)]))
  const must = correctedClauses(query.parsed.must, meant)
  if (!must) return undefined
  const words = wordsIn(must)
  return {
    ...query,
    parsed: { ...query.parsed, must, words, typed: query.parsed.typed === '' ? '' : words.map(({ key }) => key).join(' ') },
  }
}

/** Of any keys another layout makes letters: a misspelt word of few letters is no proof that they are words, unless it stands beside one. */
const LEAST_ELSEWHERE = 8

/** As `respelt`, for what the same keys say on another layout. */
export function respeltElsewhere(query: SearchQuery, unknown: ReadonlyMap<QueryWord, { near: string[] }>): SearchQuery | undefined {
  const isLong = [...unknown.keys()].every(
    ({ written }) => written.length >= LEAST_ELSEWHERE && !isUnlikely(written) && !/(.)\1\1/u.test(written),
  )
  return isLong || unknown.size < query.parsed.words.length ? respelt(query, unknown) : undefined
}

/**
 * The query with any one of its words as it may have been meant, the others as typed: each is a word, and they are together in no record,
 * or so short that nothing was near enough.
 */
export function oneRespelt(query: SearchQuery, known: ReadonlyMap<QueryWord, { near: string[] }>): SearchQuery | undefined {
  const { must, mustNot, words } = query.parsed
  const isPlain = mustNot.length === 0 && must.every(({ kind }) => kind === 'word')
  if (!isPlain || words.length < 2 || words.length > MOST_KNOWN) return undefined
  const meant = new Map(
    words.map((word) => [
      word,
      corrections(
        word,
        (known.get(word)?.near ?? []).filter((term) => term !== word.key && !word.stems.includes(term)),
        true,
      ),
    ]),
  )
  const variants = words.flatMap((word) => {
    const one = meant.get(word)?.length ? correctedClauses(must, new Map([[word, meant.get(word) ?? []]])) : undefined
    return one ? [{ must: one, mustNot: [] }] : []
  })
  if (variants.length === 0) return undefined
  const ranked = words.map((word): QueryWord => {
    const [key, ...others] = meant.get(word) ?? []
    return key === undefined ? word : { ...word, key, stems: [key, ...word.stems], others }
  })
  return { ...query, parsed: { ...query.parsed, must: [{ kind: 'any', of: variants }], words: ranked, typed: '' } }
}
