import type { QueryWord } from '../query/clause.ts'
import { matchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'

/** The query without some of its words. */
interface FewerWords {
  dropped: QueryWord[]
  typed: string
  query: SearchQuery
  match: string
}

const MOST_WORDS = 8
/** What people call the thing they look for, and the catalogue does not repeat; as little does it repeat a father's name. */
const FORM_WORDS: ReadonlySet<string> = new Set(
  `
  книга книги книгу роман повесть рассказ рассказы стихи поэма сборник учебник том тома томах часть класс автор издание
  кітап кітабы кітапты әңгіме өлең өлеңдер өлеңдері оқулық бөлім бөлімі сынып сыныбы авторы
  первый первая второй вторая третий третья бірінші екінші үшінші
  book novel story poems volume vol part author скачать читать онлайн бесплатно жүктеу оқу download read online pdf epub fb2
  `
    .trim()
    .split(/\s+/),
)
const PATRONYMIC = /.{3}(?:ович|евич|овна|евна|ична|ұлы|улы|қызы|кызы|uly|kyzy|ovich|evich)$/
const isFormWord = ({ written }: QueryWord) => FORM_WORDS.has(written) || /^\d{1,2}$/.test(written) || PATRONYMIC.test(written)

/** What may be asked instead when no record has all the words, the nearest to what was typed first. */
export function fewerWords(query: SearchQuery): FewerWords[] {
  const { must, mustNot, words } = query.parsed
  const isPlain = mustNot.length === 0 && must.every(({ kind }) => kind === 'word') && words.every(({ field }) => field === null)
  if (!isPlain || words.length < 2 || words.length > MOST_WORDS) return []
  const forms = words.filter(isFormWord)
  const telling = words.filter((word) => !isFormWord(word))
  const alone = telling.length > 1 && telling.length < 4 ? telling.map((kept) => telling.filter((word) => word !== kept)) : []
  const drops = [[], ...telling.map((word) => [word]).reverse(), ...alone].map((dropped) => [...forms, ...dropped])
  return drops.filter((dropped) => dropped.length > 0 && dropped.length < words.length).flatMap((dropped) => without(query, dropped) ?? [])
}

function without(query: SearchQuery, dropped: QueryWord[]): FewerWords | undefined {
  const typed = dropped.reduce((text, { written }) => text.replace(wholeWord(written), ' '), query.asked.normalize('NFC'))
  const fewer = { ...query, parsed: parseQuery(typed) }
  if (fewer.parsed.words.length !== query.parsed.words.length - dropped.length) return undefined
  return { dropped, typed: typed.replace(/\s+/g, ' ').trim(), query: fewer, match: matchOf(fewer.parsed, filterGroups(fewer)) }
}

const wholeWord = (written: string) => new RegExp(`(?<![\\p{L}\\p{N}])${written.replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}\\p{N}])`, 'iu')

/** Nothing that tells one book from another is left out: nothing is to be respelt. */
export function isEnough({ dropped }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  return dropped.every(isFormWord) && [...unknown.keys()].every((word) => dropped.includes(word))
}

/** One word alone says too little, unless no record has the others. */
export function isNearEnough({ dropped, query }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  return query.parsed.words.length > 1 || dropped.every((word) => unknown.has(word) || isFormWord(word))
}
