import type { QueryWord } from '../query/clause.ts'
import { matchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'

/** A question without some of its words. */
interface FewerWords {
  dropped: QueryWord[]
  left: number
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
  const filters = filterGroups(query)
  const forms = words.filter(isFormWord)
  const telling = words.filter((word) => !isFormWord(word))
  const alone = telling.length > 1 && telling.length < 4 ? telling.map((kept) => telling.filter((word) => word !== kept)) : []
  const drops = [[], ...telling.map((word) => [word]).reverse(), ...alone].map((dropped) => [...forms, ...dropped])
  return drops
    .filter((dropped) => dropped.length > 0 && dropped.length < words.length)
    .map((dropped) => {
      const left = must.filter((clause) => clause.kind !== 'word' || !dropped.includes(clause.word))
      return { dropped, left: left.length, match: matchOf({ must: left, mustNot }, filters) }
    })
}

/** The question that is left, as it would have been typed. */
export function withFewerWords(query: SearchQuery, { dropped }: FewerWords): { typed: string; query: SearchQuery } {
  const asked = dropped.reduce((text, { written }) => text.replace(wholeWord(written), ' '), query.asked.normalize('NFC'))
  const typed = asked.replace(/\s+/g, ' ').trim()
  return { typed, query: { ...query, parsed: parseQuery(typed) } }
}

const wholeWord = (written: string) => new RegExp(`(?<![\\p{L}\\p{N}])${written.replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}\\p{N}])`, 'iu')

/** Nothing that tells one book from another is left out: nothing is to be respelt. */
export function isEnough({ dropped }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  return dropped.every(isFormWord) && [...unknown.keys()].every((word) => dropped.includes(word))
}

/** One word alone says too little, unless no record has the others. */
export function isNearEnough({ dropped, left }: FewerWords, unknown: ReadonlyMap<QueryWord, unknown>): boolean {
  return left > 1 || dropped.every((word) => unknown.has(word) || isFormWord(word))
}
