import type { Clause, QueryWord } from '../query/clause.ts'
import { matchOf } from '../query/match.ts'
import { queryWords } from '../query/query-words.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import type { Respaced } from './spacing.ts'

/** What a title says of its book, in Kazakh and in Russian; several words of one language stand between commas. */
const SAME = `
  сөздік словарь
  оқулық учебник
  ертегі,ертегілер сказка,сказки
  өлең,өлеңдер стихи,стихотворения
  мақал-мәтел,мақал,мәтел пословица,пословицы,поговорка,поговорки
  жұмбақ загадка,загадки
  ән,әндер песня,песни
  күй кюй
  аңыз,аңыздар легенда,легенды,предание
  тарих,тарихы история
  тіл,тілі язык,языка
  әдебиет,әдебиеті литература,литературы
  энциклопедия,энциклопедиясы энциклопедия
  фразеологиялық фразеологический
  түсіндірме толковый
  география,географиясы география
  мәдениет,мәдениеті культура
  өнер,өнері искусство
  музыка,музыкасы музыка
  халық народ,народный,народные
  хандық,хандығы ханство
  батыр,батырлар батыр
  жыр,жыры эпос
  қазақ,қазақша казах,казахи,казахский,казахская,казахское,казахские,казахско
  орыс,орысша русский,русская,русское,русские,русско
  ағылшын,ағылшынша английский,англо
  неміс,немісше немецкий,немецко
  түрік,түрікше турецкий
`

interface Same {
  kazakh: string[]
  russian: string[]
}

const terms = (word: string) => queryWords(word, { field: null, optional: false }).flatMap(({ word: own }) => own.stems)

let known: ReadonlyMap<string, readonly string[]> | undefined

/** By term, the words of the other language, the commonest first, then the other ones of its own. Worked out when first asked for: most searches find something. */
function otherWords(): ReadonlyMap<string, readonly string[]> {
  if (known) return known
  const others = new Map<string, string[]>()
  const rows = SAME.trim()
    .split('\n')
    .map((line): Same => {
      const [kazakh = '', russian = ''] = line.trim().split(' ')
      return { kazakh: kazakh.split(','), russian: russian.split(',') }
    })
  for (const { kazakh, russian } of rows) {
    for (const [own, other] of [
      [kazakh, russian],
      [russian, kazakh],
    ] as const) {
      for (const term of own.flatMap(terms)) others.set(term, [...(others.get(term) ?? []), ...other, ...own])
    }
  }
  known = others
  return others
}

const MOST_WORDS = 8

/** The question with what it says of a book in the other language as well: «казахско-русский словарь» for «Қазақша-орысша сөздік». */
export function inOtherLanguage(query: SearchQuery): (Respaced & { match: string; meant: SearchQuery })[] {
  const { must, mustNot, words } = query.parsed
  if (words.length < 2 || words.length > MOST_WORDS || mustNot.length > 0 || must.some(({ kind }) => kind !== 'word')) return []
  const translated = new Map(words.map((word) => [word, translations(word)]))
  if (![...translated.values()].some((others) => others.length > 0)) return []
  const either = words.map((word): QueryWord => ({ ...word, others: [...word.others, ...(translated.get(word) ?? []).flatMap(terms)] }))
  const meant = { must: either.map((word): Clause => ({ kind: 'word', word })), mustNot }
  const match = matchOf(meant, filterGroups(query))
  return [{ typed: query.asked, words: [], match, meant: { ...query, parsed: { ...query.parsed, ...meant, words: either, typed: '' } } }]
}

function translations({ stems, field }: QueryWord): readonly string[] {
  if (field !== null) return []
  const others = otherWords()
  return stems.map((stem) => others.get(stem)).find((found) => found !== undefined) ?? []
}
