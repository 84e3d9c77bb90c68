import type { Random } from '../../../db/seed/random.ts'
import { type OtherScript, transliterate } from '../../domain/catalogue/text/transliterate.ts'
import type { InventedCatalogue } from '../catalogue/invented-catalogue.ts'
import { type BenchQuestion, type QuestionClass, searchPath } from './question.ts'
import { someWords, type WantedTitle, wantedTitle } from './wanted-title.ts'

/** A reader who has a book in mind types this. */
function knownItem(
  name: string,
  wordsOf: (catalogue: InventedCatalogue, random: Random) => { wanted: WantedTitle; words: string[] },
): QuestionClass {
  return {
    name,
    kind: 'search',
    invent: (catalogue, random): BenchQuestion => {
      const { wanted, words } = wordsOf(catalogue, random)
      return { path: searchPath(words.join(' ')), plain: { words }, wanted: { id: wanted.id, title: wanted.description.title } }
    },
  }
}

const LATIN: readonly [OtherScript, ...OtherScript[]] = ['Latin of 2018', 'Latin of 2021', 'informal Latin']

const surnameOf = ({ description }: WantedTitle) => (description.author ?? '').toLowerCase().split(',')[0] ?? ''

export const KNOWN_ITEMS: readonly QuestionClass[] = [
  knownItem('one word', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random)
    return { wanted, words: someWords(wanted, 1, random) }
  }),
  knownItem('two words', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { leastWords: 2 })
    return { wanted, words: someWords(wanted, 2, random) }
  }),
  knownItem('three words', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { leastWords: 3 })
    return { wanted, words: someWords(wanted, 3, random) }
  }),
  knownItem('author', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { hasAuthor: true })
    return { wanted, words: [surnameOf(wanted)] }
  }),
  knownItem('author and title word', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { hasAuthor: true })
    return { wanted, words: [surnameOf(wanted), ...someWords(wanted, 1, random)] }
  }),
  knownItem('whole title', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random)
    return { wanted, words: wanted.description.title.toLowerCase().split(' ') }
  }),
  knownItem('Latin script', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { tongue: 'kaz', leastWords: 2 })
    const script = random.pick(LATIN)
    return { wanted, words: someWords(wanted, 2, random).map((word) => transliterate(word, script)) }
  }),
  knownItem('Russian keyboard', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { tongue: 'kaz', leastWords: 2 })
    return { wanted, words: someWords(wanted, 2, random).map((word) => transliterate(word, 'a Russian keyboard')) }
  }),
  knownItem('typo', (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { leastWords: 2 })
    const words = someWords(wanted, 2, random)
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a))
    return { wanted, words: words.map((word) => (word === longest ? misspelt(word, random) : word)) }
  }),
  knownItem('another ending', (catalogue, random) => {
    for (;;) {
      const wanted = wantedTitle(catalogue, random, { leastWords: 2 })
      const { inflect, stems } = catalogue.vocabularies[wanted.tongue]
      const known = stemsOf(stems)
      const words = wanted.words.filter((word) => known.has(word)).slice(0, 2)
      if (words.length === 2) return { wanted, words: words.map((word) => inflect(word, random)) }
    }
  }),
]

const stemSets = new WeakMap<readonly string[], ReadonlySet<string>>()

function stemsOf(stems: readonly string[]): ReadonlySet<string> {
  const known = stemSets.get(stems) ?? new Set(stems)
  stemSets.set(stems, known)
  return known
}

/** One letter lost, doubled by a neighbour, or two exchanged; never the first. */
function misspelt(word: string, random: Random): string {
  const at = random.between(1, Math.max(1, word.length - 2))
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  return random.pick([
    before + next + after,
    before + next + letter + after,
    `${before}${letter}${random.pick(['а', 'е', 'н', 'р'])}${next}${after}`,
  ])
}
