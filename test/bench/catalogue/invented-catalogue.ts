import { type Random, seededRandom } from '../../../db/seed/random.ts'
import type { Description } from '../../../worker/domain/catalogue/record.ts'
import { type Headings, inventHeadings } from './headings.ts'
import { inventVocabularies, type Tongue, type Vocabulary } from './vocabulary.ts'
import { weighted } from './zipf.ts'

export interface InventedTitle {
  description: Description
  tongue: Tongue
  /** In the last three years. */
  loans: number
  /** The branch of every copy. */
  copies: number[]
  addedAt: string
}

export interface InventedCatalogue {
  size: number
  seed: number
  vocabularies: Record<Tongue, Vocabulary>
  /** The n-th title, from 1: always the same for one seed and size. */
  title(id: number): InventedTitle
}

const AUTHORS = 40_000
const tongueOf = weighted([40, 55, 5])
const TONGUES: readonly Tongue[] = ['kaz', 'rus', 'eng']
const wordsOf = weighted([0, 2, 7, 11, 13, 13, 12, 11, 10, 7, 5, 4, 2, 2, 1])
const branchOf = weighted([30, 18, 14, 11, 9, 8, 6, 4])

export async function inventCatalogue(size: number, seed: number): Promise<InventedCatalogue> {
  const vocabularies = await inventVocabularies(seed)
  const headings = inventHeadings(vocabularies, Math.min(AUTHORS, size / 5), seed)
  const loans = popularity(size)
  return {
    size,
    seed,
    vocabularies,
    title(id) {
      const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(id, 0x85ebca6b))
      const tongue = TONGUES[tongueOf(random)] ?? 'rus'
      const description = describe(vocabularies[tongue], headings, tongue, random)
      const lent = loans(id)
      return { description, tongue, loans: lent, copies: copiesOf(lent, random), addedAt: dayOf(random.between(0, 5_000)) }
    },
  }
}

const ALL_LOANS_A_TITLE = 10
const MOST_LOANS = 5_000
const EXPONENT = 0.85

/** Zipf .85 over the titles in an order of its own, so that the number of a title says nothing of its popularity. */
function popularity(size: number): (id: number) => number {
  let sum = 0
  for (let rank = 1; rank <= size; rank += 1) sum += rank ** -EXPONENT
  const scale = (size * ALL_LOANS_A_TITLE) / sum
  const step = coprimeWith(size)
  return (id) => Math.min(MOST_LOANS, Math.round(scale * (1 + ((id * step) % size)) ** -EXPONENT - 0.9))
}

function coprimeWith(size: number): number {
  let step = Math.floor(size * 0.618) | 1
  while (gcd(step, size) !== 1) step += 2
  return step
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

const MOST_COPIES = 43

function copiesOf(loans: number, random: Random): number[] {
  const count = Math.min(MOST_COPIES, Math.max(1, Math.round(1.27 * Math.sqrt(loans) + random.next() - 0.5)))
  return Array.from({ length: count }, () => branchOf(random) + 1)
}

const dayOf = (daysAgo: number) => new Date(Date.UTC(2026, 10, 20) - daysAgo * 86_400_000).toISOString()
const sentence = (words: string[]) => words.join(' ').replace(/^./u, (letter) => letter.toUpperCase())

function words(count: number, { draw, inflect, small }: Vocabulary, random: Random): string[] {
  return Array.from({ length: count }, (_, place) => {
    const isSmall = place > 0 && place < count - 1 && random.chance(0.1)
    return isSmall ? (small[random.between(0, small.length - 1)] ?? '') : inflect(draw(random), random)
  })
}

function describe(vocabulary: Vocabulary, headings: Headings, tongue: Tongue, random: Random): Description {
  const title = sentence(words(wordsOf(random), vocabulary, random))
  const author = random.chance(0.85) ? headings.author[tongue](random) : undefined
  const bbk = headings.bbk(random)
  const subjects = Array.from({ length: random.between(1, 3) }, () => headings.subject[tongue](random))
  return {
    kind: random.chance(0.95) ? 'book' : 'serial',
    title,
    ...(author ? { author } : {}),
    contributors: random.chance(0.2) ? [{ name: headings.author[tongue](random) }] : [],
    language: tongue,
    languages: [tongue],
    parallelTitles: [],
    place: random.pick(['Алматы', 'Астана', 'Қарағанды', 'Москва']),
    publisher: headings.publisher(random),
    year: 2026 - Math.floor(76 * random.next() ** 2),
    series: random.chance(0.15) ? [sentence(words(2, vocabulary, random))] : [],
    isbns: random.chance(0.6) ? [isbn(random)] : [],
    issns: [],
    subjects: [...new Set(subjects)],
    keywords: [],
    classes: [{ scheme: 'bbk', value: bbk }],
    shelfmark: `${bbk} ${(author ?? title).charAt(0)}${random.between(10, 99)}`,
    notes: [],
    ...(random.chance(0.3) ? { abstract: `${sentence(words(random.between(12, 30), vocabulary, random))}.` } : {}),
  }
}

function isbn(random: Random): string {
  const digits = `978${String(random.between(0, 999_999_999)).padStart(9, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return digits + String((10 - (sum % 10)) % 10)
}
