import { wholeTitleToken } from '../index/filter-tokens.ts'
import { indexLetters } from '../index/letters.ts'
import type { QueryWord } from '../query/clause.ts'
import { wordsIn } from '../query/clauses.ts'
import { AREAS, SENTENCES } from '../query/description-signs.ts'
import { matchOf, namesMatchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import { analyse } from '../text/analyse.ts'

/** A question without some of its words. */
interface FewerWords {
  dropped: QueryWord[]
  left: number
  match: string
  /** The words left are a title, as it was typed. */
  title?: string
  /** How its words are parted: романы is no title «роман и». */
  titleKeys?: string
}

const MOST_WORDS = 8
/** What people call the thing they look for, and the catalogue does not repeat; as little does it repeat a father's name. */
const FORM_WORDS: ReadonlySet<string> = new Set(
  `
  книга книги книгу роман повесть рассказ рассказы стихи поэма сборник учебник том тома томах часть класс автор издание
  кітап кітабы кітапты әңгіме өлең өлеңдер өлеңдері оқулық бөлім бөлімі сынып сыныбы авторы
  первый первая второй вторая третий третья бірінші екінші үшінші
  текст электронный ресурс мәтін электрондық краткое содержание пересказ анализ реферат сочинение отзыв научная художественная
  қысқаша мазмұны талдау жазған кім кто написал есть вас подскажите пожалуйста хочу найти где іздеп сіздерде сізде керек қайда
  детей балаларға арналған
  book novel story poems volume vol part author text electronic resource summary
  скачать читать онлайн бесплатно жүктеу оқу download read online pdf epub fb2
  `
    .trim()
    .split(/\s+/),
)
const PATRONYMIC = /.{3}(?:ович|евич|овна|евна|ична|ұлы|улы|қызы|кызы|uly|kyzy|ovich|evich)$/
const isFormWord = ({ written }: QueryWord) => FORM_WORDS.has(written) || /^\d{1,4}$/.test(written)
const isAside = (word: QueryWord) => isFormWord(word) || PATRONYMIC.test(word.written)

/** What may be asked instead when no record has all the words, the nearest to what was typed first. */
export function fewerWords(query: SearchQuery): FewerWords[] {
  const { must, mustNot, words } = query.parsed
  const isPlain = mustNot.length === 0 && must.every(({ kind }) => kind === 'word') && words.every(({ field }) => field === null)
  if (!isPlain || words.length < 2) return []
  if (words.length > MOST_WORDS) return described(query)
  const filters = filterGroups(query)
  const [aside, forms] = [words.filter(isAside), words.filter(isFormWord)]
  const telling = words.filter((word) => !isAside(word))
  const alone = telling.length > 1 && telling.length < 4 ? telling.map((kept) => telling.filter((word) => word !== kept)) : []
  const tried = [
    [],
    ...telling
      .map((word) => [word])
      .reverse()
      .toSorted(shortFirst),
    ...alone,
  ]
  const always = forms.length < aside.length ? [aside, forms] : [aside]
  const drops = always.flatMap((left) => tried.map((dropped) => [...left, ...dropped]))
  const without = drops
    .filter((dropped) => dropped.length > 0 && dropped.length < words.length)
    .map((dropped) => ({ dropped, left: must.filter((clause) => clause.kind !== 'word' || !dropped.includes(clause.word)) }))
  const named = without.map(({ dropped, left }) => ({ dropped, left: left.length, match: namesMatchOf(wordsIn(left), filters) }))
  const anywhere = without.map(({ dropped, left }) => ({ dropped, left: left.length, match: matchOf({ must: left, mustNot }, filters) }))
  const hasBeginning = words.some(({ beginning, stems }) => beginning || stems.length === 0)
  const all = [...described(query), ...titlesWithin(query), ...(hasBeginning ? [] : named), ...anywhere]
  return all.toSorted((one, other) => one.dropped.length - other.dropped.length)
}

/** A word of one or two letters says the least. */
const shortFirst = ([one]: QueryWord[], [other]: QueryWord[]) => Number(isShort(other)) - Number(isShort(one))
const isShort = (word: QueryWord | undefined) => word !== undefined && word.key.length < 3

const MOST_TYPED = 12
const TITLE_WORDS = { least: 2, most: 5 }

const MOST_SENTENCES = 4

/**
 * The title, with and without the author, of a description as it is printed: «Title : subtitle / author. – Place : publisher, year»,
 * and what a list of literature begins with: «Author A. Title. Subtitle. – Place: publisher, year».
 */
function described(query: SearchQuery): FewerWords[] {
  const { asked, parsed } = query
  const [title = ''] = asked.split(AREAS)
  const author = /\s\/\s(.+?)(?:\.\s?[-–—]|;|$)/.exec(asked)?.[1] ?? ''
  const sentences = title.split(SENTENCES).slice(0, MOST_SENTENCES)
  const beginnings = sentences.map((_, last) => sentences.slice(0, last + 1).join('. ')).reverse()
  return [...new Set([`${title} ${author}`.trim(), title, ...beginnings])].flatMap((typed) => {
    const read = parseQuery(typed)
    const kept = new Set(read.words.map(({ key }) => key))
    const dropped = parsed.words.filter(({ key }) => !kept.has(key))
    if (kept.size === 0 || dropped.length === 0) return []
    return [{ dropped, left: kept.size, match: matchOf(read, filterGroups(query)), title: typed }]
  })
}

/** Neighbouring words that may be a whole title by themselves: «где найти книгу тихий дон». */
function titlesWithin(query: SearchQuery): FewerWords[] {
  const { words, typed } = query.parsed
  const written = typed === '' ? [] : analyse(query.asked).filter(({ isWhole }) => !isWhole)
  if (written.length > MOST_TYPED) return []
  const starts = Array.from(written, (_, start) => start)
  return starts.flatMap((start) =>
    starts.slice(start + TITLE_WORDS.least - 1, start + TITLE_WORDS.most).flatMap((end) => {
      const run = written.slice(start, end + 1)
      const keys = run.map(({ key }) => indexLetters(key))
      const dropped = words.filter(({ key }) => !keys.includes(key))
      if (run.length === written.length || dropped.length === words.length) return []
      const match = matchOf({ must: [{ kind: 'tokens', tokens: [wholeTitleToken(keys.join(' '))] }], mustNot: [] }, filterGroups(query))
      const title = run.map(({ word }) => word).join(' ')
      return [{ dropped, left: words.length - dropped.length, match, title, titleKeys: keys.join(' ') }]
    }),
  )
}

/** The question that is left, as it would have been typed. */
export function withFewerWords(query: SearchQuery, { dropped, title }: FewerWords): { typed: string; query: SearchQuery } {
  const asked = dropped.reduce((text, { written }) => text.replace(wholeWord(written), ' '), query.asked.normalize('NFC'))
  const typed =
    title ??
    asked
      .replace(/[<>]|(?<!\S)[^\p{L}\p{N}"«“„]+(?!\S)/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  return { typed, query: { ...query, parsed: parseQuery(typed) } }
}

const wholeWord = (written: string) => new RegExp(`(?<![\\p{L}\\p{N}])${written.replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}\\p{N}])`, 'giu')

/** Nothing that tells one book from another is left out, or a whole title is there beside words of none: nothing is to be respelt. */
export function isEnough({ dropped, title }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  const tellsNothing = dropped.every(isAside) || (title !== undefined && dropped.length > 1)
  return tellsNothing && [...unknown.keys()].every((word) => dropped.includes(word))
}

/** One word alone says too little, unless it is a whole title or no record has the others: Момышұлы is a surname. */
export function isNearEnough({ dropped, left, title }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  return left > 1 || title !== undefined || dropped.every((word) => unknown.has(word) || isFormWord(word))
}
