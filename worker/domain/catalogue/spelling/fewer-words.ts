import { wholeTitleToken } from '../index/filter-tokens.ts'
import { indexLetters } from '../index/letters.ts'
import type { Clause, QueryWord, Sequence } from '../query/clause.ts'
import { wordsIn } from '../query/clauses.ts'
import { AREAS, SENTENCES } from '../query/description-signs.ts'
import { matchOf, namesMatchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import { analyse } from '../text/analyse.ts'
import { isStopWord } from '../text/stop-words.ts'
import { isUnlikely } from './correct.ts'
import { isAside, isFormWord, isRequest } from './form-words.ts'

/** A question without some of its words. */
export interface FewerWords {
  kept: QueryWord[]
  dropped: QueryWord[]
  match: string
  /** The words left are a title, as it was typed. */
  title?: string
  /** How its words are parted: романы is no title «роман и». */
  titleKeys?: string
  /** The one word left is a family name: of an author of what has the word anywhere, as one of these stands in its author keys. */
  author?: { anywhere: string; names: string[] }
}

const MOST_WORDS = 8

/** What may be asked instead when no record has all the words, the nearest to what was typed first. */
export function fewerWords(query: SearchQuery): FewerWords[] {
  const { must, mustNot, words } = query.parsed
  if (!isPlain(query.parsed) || words.length < 2 || MARKUP.test(query.asked)) return []
  if (words.length > MOST_WORDS) return described(query)
  const filters = filterGroups(query)
  const without = dropsOf(words).map((dropped) => {
    const left = withoutWords(must, dropped)
    return { dropped, left, kept: wordsIn(left) }
  })
  // Of several words, those that are left where they stand in names; it is no choice when only one is.
  const named = without
    .filter(({ kept }) => kept.length > 1)
    .map(({ dropped, kept }) => ({ dropped, kept, match: namesMatchOf(kept, filters) }))
  const anywhere = without.map(({ dropped, kept, left }) => ({ dropped, kept, match: matchOf({ must: left, mustNot }, filters) }))
  const hasBeginning = words.some(({ beginning, stems }) => beginning || stems.length === 0)
  const all = [...described(query), ...titlesWithin(query), ...(hasBeginning ? [] : [...named, ...alone(query)]), ...anywhere]
  return all.toSorted((one, other) => one.dropped.length - other.dropped.length)
}

/** Nobody's words. */
const MARKUP = /[<>{}]/

/** Words only, without a field. */
const isPlain = ({ must, mustNot }: Sequence) =>
  mustNot.length === 0 && must.every((clause) => clause.kind === 'word' && clause.word.field === null)

const withoutWords = (must: readonly Clause[], dropped: readonly QueryWord[]) =>
  must.filter((clause) => clause.kind !== 'word' || !dropped.includes(clause.word))

/** Which words to leave out: those that tell no book from another, and of the others none, one, or all but one of three. */
function dropsOf(words: readonly QueryWord[]): QueryWord[][] {
  const telling = words.filter((word) => !isAside(word))
  const ones = telling
    .map((word) => [word])
    .reverse()
    .toSorted(shortFirst)
  const allButOne = telling.length === 3 ? telling.map((kept) => telling.filter((word) => word !== kept)) : []
  const [asides, forms, requests] = [words.filter(isAside), words.filter(isFormWord), words.filter(isRequest)]
  const always = [asides, forms, requests].filter((some, place, all) => all.findIndex(({ length }) => length === some.length) === place)
  const drops = always.flatMap((some) => [[], ...ones, ...allButOne].map((dropped) => [...some, ...dropped]))
  return drops.filter(({ length }) => length > 0 && length < words.length)
}

/** A word of one or two letters says the least. */
const shortFirst = ([one]: QueryWord[], [other]: QueryWord[]) => Number(isShort(other)) - Number(isShort(one))
const isShort = (word: QueryWord | undefined) => word !== undefined && word.key.length < 3

const MOST_ALONE = 4
/** A shorter one may be anybody's. */
const LEAST_NAME = 4

/** One word that is a family name, or a whole title: «гоголь вий» where only other books of his are, «плаха новое издание». */
function alone(query: SearchQuery): FewerWords[] {
  const { words } = query.parsed
  const filters = filterGroups(query)
  const telling = words.filter((word) => !isFormWord(word) && !isShort(word))
  return telling.slice(0, MOST_ALONE).flatMap((word): FewerWords[] => {
    const shared = { kept: [word], dropped: words.filter((other) => other !== word) }
    return [
      ...(word.key.length < LEAST_NAME ? [] : [{ ...shared, match: matchOf(inName(word), filters), author: authorOf(word, filters) }]),
      { ...shared, match: wholeTitleMatch(word.key, query), title: word.written, titleKeys: word.key },
    ]
  })
}

const inName = (word: QueryWord): Sequence => ({ must: [{ kind: 'word', word: { ...word, field: 'author', tokens: [] } }], mustNot: [] })

const LEAST_STEM = 5

/** The first name of a heading, in whatever case: достоевского. To look for a word that no author has among all names is dear. */
const authorOf = (word: QueryWord, filters: string[][]) => ({
  anywhere: matchOf({ must: [{ kind: 'word', word: { ...word, tokens: [] } }], mustNot: [] }, filters),
  names: [...word.stems, ...word.others].map((name) => (name.length < LEAST_STEM ? `| ${name} ` : `| ${name}`)),
})

const wholeTitleMatch = (keys: string, query: SearchQuery) =>
  matchOf({ must: [{ kind: 'tokens', tokens: [wholeTitleToken(keys)] }], mustNot: [] }, filterGroups(query))

const MOST_TYPED = 12
const TITLE_WORDS = { least: 2, most: 5 }
const MOST_SENTENCES = 4

/**
 * The title, with and without the author, of a description as it is printed: «Title : subtitle / author. – Place : publisher, year»;
 * what a list of literature begins with: «Author A. Title. Subtitle. – Place: publisher, year»; and of several titles any: «Trilogy. Part».
 */
function described(query: SearchQuery): FewerWords[] {
  const { asked, parsed } = query
  const [title = ''] = asked.split(AREAS)
  const author = /\s\/\s(.+?)(?:\.\s?[-–—]|;|$)/.exec(asked)?.[1] ?? ''
  const sentences = title.split(SENTENCES).slice(0, MOST_SENTENCES)
  const beginnings = sentences.map((_, last) => sentences.slice(0, last + 1).join('. ')).reverse()
  const texts = new Set([`${title} ${author}`.trim(), title, ...beginnings, ...sentences.slice(1)])
  texts.delete(asked)
  return [...texts].flatMap((typed): FewerWords[] => {
    const read = parseQuery(typed)
    const keys = new Set(read.words.map(({ key }) => key))
    const dropped = parsed.words.filter(({ key }) => !keys.has(key))
    if (keys.size === 0 || dropped.length === 0) return []
    const isOne = keys.size === 1 || (sentences.length > 1 && sentences.indexOf(typed) > 0)
    return [
      isOne
        ? { kept: read.words, dropped, match: wholeTitleMatch(read.typed, query), title: typed, titleKeys: read.typed }
        : { kept: read.words, dropped, match: matchOf(read, filterGroups(query)), title: typed },
    ]
  })
}

/** Neighbouring words that may be a whole title by themselves: «где найти книгу тихий дон». */
function titlesWithin(query: SearchQuery): FewerWords[] {
  const { words, typed } = query.parsed
  const written = typed === '' ? [] : analyse(query.asked).filter(({ isWhole }) => !isWhole)
  if (written.length > MOST_TYPED) return []
  const starts = Array.from(written, (_, start) => start)
  return starts.flatMap((start) =>
    starts.slice(start + TITLE_WORDS.least - 1, start + TITLE_WORDS.most).flatMap((end): FewerWords[] => {
      const run = written.slice(start, end + 1)
      const keys = run.map(({ key }) => indexLetters(key))
      const dropped = words.filter(({ key }) => !keys.includes(key))
      if (run.length === written.length || dropped.length === words.length) return []
      const kept = words.filter((word) => !dropped.includes(word))
      const titleKeys = keys.join(' ')
      return [{ kept, dropped, match: wholeTitleMatch(titleKeys, query), title: run.map(({ word }) => word).join(' '), titleKeys }]
    }),
  )
}

/** Whether the record that a question finds, of which these are the title keys, is what was meant by it. */
export function isMetAs({ titleKeys }: FewerWords, found: string | undefined): boolean {
  return found !== undefined && (titleKeys === undefined || found.includes(`| ${titleKeys} |`))
}

/** The question without what no record has and what tells nothing, whether or not anything is found so. */
export function withoutUnknown(query: SearchQuery, unknown: ReadonlyMap<QueryWord, unknown>): FewerWords | undefined {
  const { must, mustNot, words } = query.parsed
  if (words.length > MOST_TYPED) return undefined
  const dropped = words.filter((word) => unknown.has(word) || isAside(word))
  const left = withoutWords(must, dropped)
  const one = { kept: wordsIn(left), dropped, match: matchOf({ must: left, mustNot }, filterGroups(query)) }
  return isPlain(query.parsed) && dropped.length > 0 && isNearEnough(one) ? one : undefined
}

/** The question that is left, as it would have been typed. */
export function withFewerWords(query: SearchQuery, { kept, dropped, title, author }: FewerWords): { typed: string; query: SearchQuery } {
  const [name] = kept
  if (author && name) {
    const own = inName(name)
    return { typed: name.written, query: { ...query, parsed: { ...query.parsed, ...own, words: wordsIn(own.must), typed: '' } } }
  }
  const asked = dropped.reduce((text, { written }) => text.replace(wholeWord(written), ' '), query.asked.normalize('NFC'))
  const typed =
    title ??
    withoutEnds(
      asked
        .replace(/(?<!\S)[^\p{L}\p{N}"«“„]+(?!\S)/gu, ' ')
        .trim()
        .split(/\s+/),
    )
  return { typed, query: { ...query, parsed: parseQuery(typed) } }
}

/** Without the particles that are left hanging: «сказки для». */
function withoutEnds(words: string[]): string {
  const isParticle = (word: string) => analyse(word).every(({ word: written, key }) => isStopWord(written, key))
  const telling = words.map((word) => !isParticle(word))
  const [first, last] = [telling.indexOf(true), telling.lastIndexOf(true)]
  return (first < 0 ? words : words.slice(first, last + 1)).join(' ')
}

/** With the hyphen that joins it to another. */
function wholeWord(written: string): RegExp {
  const word = written.replace(/[^\p{L}\p{N}]/gu, '.')
  const [before, after] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])']
  return new RegExp(`${before}${word}(?:[-‐‑]|${after})|(?<=[\\p{L}\\p{N}])[-‐‑]${word}${after}`, 'giu')
}

/** Nothing that tells one book from another is left out, or a whole title is there beside words of none: nothing is to be respelt. */
export function isEnough({ kept, dropped, title }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  const tellsNothing = dropped.every(isAside) || (title !== undefined && kept.length > 1 && dropped.length > 1)
  return tellsNothing && [...unknown.keys()].every((word) => dropped.includes(word))
}

/** One word alone says too little, unless it is a title or a family name. */
export function isNearEnough({ kept, title, author }: FewerWords): boolean {
  return title !== undefined || author !== undefined || new Set(kept.filter(tells).map(({ key }) => key)).size > 1
}

/** Or unless no record has the others: of letters that are no word a beginning may be one by chance. */
export function isAllThatIsKnown({ kept, dropped }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  return kept.some((word) => tells(word) && isLikely(word)) && dropped.every((word) => unknown.has(word) || isFormWord(word))
}

const isLikely = ({ written }: QueryWord) => !isUnlikely(written) && !/(.)\1\1/u.test(written)
const tells = (word: QueryWord) => !isShort(word) && !isAside(word)
