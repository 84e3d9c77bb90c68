import type { Random } from '../../../db/seed/random.ts'
import type { InventedCatalogue } from '../catalogue/invented-catalogue.ts'
import type { Tongue } from '../catalogue/vocabulary.ts'
import { type QuestionClass, searchPath } from './question.ts'
import { wantedTitle } from './wanted-title.ts'

/** The n commonest words after the first `from` of a language. */
function commonWord(catalogue: InventedCatalogue, tongue: Tongue, random: Random, [from, to]: [number, number]): string {
  return catalogue.vocabularies[tongue].stems[random.between(from, to)] ?? ''
}

const VERY_COMMON: [number, number] = [0, 5]
const COMMON: [number, number] = [6, 60]
const tongueOf = (random: Random): Tongue => (random.chance(0.5) ? 'kaz' : 'rus')
const branchOf = (random: Random) => random.between(1, 8)
const decadeOf = (random: Random) => random.pick([1990, 2000, 2010, 2020])
const GROUPS = ['fiction', 'social', 'natural', 'technical', 'art'] as const

function wide(name: string, invent: QuestionClass['invent']): QuestionClass {
  return { name, kind: 'search', invent }
}

function veryCommonSorted(sort: 'title' | 'author' | 'year' | 'newest'): QuestionClass {
  return wide(`very common, by ${sort}`, (catalogue, random) => {
    const word = commonWord(catalogue, tongueOf(random), random, VERY_COMMON)
    return { path: searchPath(word, { sort }), plain: { words: [word], sort } }
  })
}

/** Words and filters that a great part of the catalogue matches. */
export const WIDE_QUESTIONS: readonly QuestionClass[] = [
  wide('common', (catalogue, random) => {
    const word = commonWord(catalogue, tongueOf(random), random, COMMON)
    return { path: searchPath(word), plain: { words: [word] } }
  }),
  wide('very common', (catalogue, random) => {
    const word = commonWord(catalogue, tongueOf(random), random, VERY_COMMON)
    return { path: searchPath(word), plain: { words: [word] } }
  }),
  wide('two common', (catalogue, random) => {
    const tongue = tongueOf(random)
    const words = [commonWord(catalogue, tongue, random, [0, 20]), commonWord(catalogue, tongue, random, [21, 60])]
    return { path: searchPath(words.join(' ')), plain: { words } }
  }),
  wide('dense but disjoint', (catalogue, random) => {
    const words = [commonWord(catalogue, 'kaz', random, VERY_COMMON), commonWord(catalogue, 'rus', random, VERY_COMMON)]
    return { path: searchPath(words.join(' ')), plain: { words } }
  }),
  wide('dense but disjoint filter', (catalogue, random) => {
    const tongue = tongueOf(random)
    const word = commonWord(catalogue, tongue, random, VERY_COMMON)
    const language = tongue === 'kaz' ? 'rus' : 'kaz'
    return { path: searchPath(word, { language }), plain: { words: [word], language } }
  }),
  wide('one of two very common', (catalogue, random) => {
    const words = [commonWord(catalogue, 'kaz', random, VERY_COMMON), commonWord(catalogue, 'rus', random, VERY_COMMON)]
    return { path: searchPath(words.join(' OR ')), plain: { words, any: true } }
  }),
  wide('very common, branch, available', (catalogue, random) => {
    const word = commonWord(catalogue, tongueOf(random), random, VERY_COMMON)
    const branch = branchOf(random)
    return { path: searchPath(word, { branch, available: 1 }), plain: { words: [word], branch, available: true } }
  }),
  wide('common, language, decade', (catalogue, random) => {
    const tongue = tongueOf(random)
    const word = commonWord(catalogue, tongue, random, COMMON)
    const decade = decadeOf(random)
    return { path: searchPath(word, { language: tongue, decade }), plain: { words: [word], language: tongue, decade } }
  }),
  wide('browse a language', (_, random) => {
    const language = random.pick(['kaz', 'rus', 'eng'])
    return { path: searchPath('', { language }), plain: { words: [], language } }
  }),
  wide('browse a branch', (_, random) => {
    const branch = branchOf(random)
    return { path: searchPath('', { branch }), plain: { words: [], branch } }
  }),
  wide('browse a class', (_, random) => {
    const group = random.pick(GROUPS)
    return { path: searchPath('', { class: group }), plain: { words: [], group } }
  }),
  wide('browse everything available', () => ({ path: searchPath('', { available: 1 }), plain: { words: [], available: true } })),
  veryCommonSorted('title'),
  veryCommonSorted('author'),
  veryCommonSorted('year'),
  veryCommonSorted('newest'),
  wide('phrase', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { leastWords: 3 })
    const words = wanted.description.title.toLowerCase().split(' ').slice(0, 2)
    return {
      path: searchPath(`"${words.join(' ')}"`),
      plain: { words, phrase: true },
      wanted: { id: wanted.id, title: wanted.description.title },
    }
  }),
  wide('wildcard', (catalogue, random) => {
    const word = commonWord(catalogue, tongueOf(random), random, [0, 2_000]).slice(0, 4)
    return { path: searchPath(`${word}*`), plain: { words: [word], beginning: true } }
  }),
]
