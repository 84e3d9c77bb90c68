import { KAZAKH, type People, RUSSIAN } from '../../../db/seed/names.ts'
import { type Random, seededRandom } from '../../../db/seed/random.ts'
import type { Tongue, Vocabulary } from './vocabulary.ts'
import { zipf } from './zipf.ts'

type Draw = (random: Random) => string

export interface Headings {
  author: Record<Tongue, Draw>
  subject: Record<Tongue, Draw>
  bbk: Draw
  publisher: Draw
}

const SHARE: Record<Tongue, number> = { kaz: 0.4, rus: 0.55, eng: 0.05 }
const SUBJECTS = 3_000
const CLASSES = 600
const PUBLISHERS = 300
const SUFFIXES: Record<Tongue, readonly string[]> = {
  kaz: ['ұлы', 'ов', 'ева', 'беков'],
  rus: ['ов', 'ин', 'ева', 'ский'],
  eng: ['son', 'er', ''],
}

export function inventHeadings(vocabularies: Record<Tongue, Vocabulary>, authors: number, seed: number): Headings {
  const random = seededRandom(seed + 1)
  const people: Record<Tongue, People | undefined> = { kaz: KAZAKH, rus: RUSSIAN, eng: undefined }
  const author = (tongue: Tongue) =>
    drawOf(
      invented(Math.ceil(authors * SHARE[tongue]), () => person(tongue, vocabularies[tongue], people[tongue], random)),
      1,
    )
  const subject = (tongue: Tongue) =>
    drawOf(
      invented(Math.ceil(SUBJECTS * SHARE[tongue]), () => phrase(vocabularies[tongue], random)),
      1,
    )
  return {
    author: { kaz: author('kaz'), rus: author('rus'), eng: author('eng') },
    subject: { kaz: subject('kaz'), rus: subject('rus'), eng: subject('eng') },
    bbk: drawOf(
      invented(CLASSES, () => bbkClass(random)),
      0.9,
    ),
    publisher: drawOf(
      invented(PUBLISHERS, () => capital(vocabularies.rus.draw(random))),
      1,
    ),
  }
}

function drawOf(items: readonly string[], exponent: number): Draw {
  const rank = zipf(items.length, exponent, 1)
  return (random) => items[rank(random)] ?? ''
}

function invented(count: number, invent: () => string): string[] {
  const items = new Set<string>()
  while (items.size < count) items.add(invent())
  return [...items]
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const ANY_STEM = 5_000

function person(tongue: Tongue, { stems }: Vocabulary, people: People | undefined, random: Random): string {
  const stem = stems[random.between(0, Math.min(ANY_STEM, stems.length) - 1)] ?? ''
  const suffixes = SUFFIXES[tongue]
  const surname = capital(stem.replace(/[аеиоуыюяіңь]+$/u, '')) + (suffixes[random.between(0, suffixes.length - 1)] ?? '')
  const given = people
    ? random.pick(random.chance(0.5) ? people.given.female : people.given.male)
    : capital(stems[random.between(30, 400)] ?? '')
  return `${surname}, ${given}`
}

function phrase(vocabulary: Vocabulary, random: Random): string {
  const words = Array.from({ length: random.between(1, 3) }, () => vocabulary.draw(random))
  return [...new Set(words)].join(' ')
}

/** Half a library of this city is literature and history. */
function bbkClass(random: Random): string {
  const group = random.pick(['84', '84', '83', '63', '65', '66', '67', '74', '22', '28', '32', '51', '85', '92', '81', '88', '4', '3'])
  const place = random.chance(0.6) ? `(${random.between(0, 9)}${random.pick(['Қаз', 'Рос', 'Кит', 'Анг', 'Нем', 'Фра'])})` : ''
  return `${group}.${random.between(1, 99)}${place}`
}
