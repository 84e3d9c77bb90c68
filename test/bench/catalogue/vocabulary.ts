import { type Random, seededRandom } from '../../../db/seed/random.ts'
import { readCoreList } from '../../../db/seed/shipped-records.ts'
import { coreWorks } from '../../../db/seed/works.ts'
import { asWritten } from '../../../worker/domain/catalogue/text/fold.ts'
import { isStopWord } from '../../../worker/domain/catalogue/text/stop-words.ts'
import { COMMON_WORDS, SMALL_WORDS } from './common-words.ts'
import { inflectEnglish, inventEnglishStem } from './english-words.ts'
import { inflectKazakh, inventKazakhStem } from './kazakh-words.ts'
import { inflectRussian, inventRussianStem } from './russian-words.ts'
import { zipf } from './zipf.ts'

export type Tongue = 'kaz' | 'rus' | 'eng'

export interface Vocabulary {
  /** The commonest first: those of our choice, those of the demonstration library, invented ones. */
  stems: readonly string[]
  small: readonly string[]
  inflect(stem: string, random: Random): string
  draw(random: Random): string
}

const EXPONENT = 1.02
/** So that the commonest word stands in about 12 titles of 100. */
const TONGUES = {
  kaz: { size: 60_000, shift: 0.8, invent: inventKazakhStem, inflect: inflectKazakh },
  rus: { size: 90_000, shift: 1.7, invent: inventRussianStem, inflect: inflectRussian },
  eng: { size: 30_000, shift: 3, invent: inventEnglishStem, inflect: inflectEnglish },
} as const

export async function inventVocabularies(seed: number): Promise<Record<Tongue, Vocabulary>> {
  const seen = seenWords(await readCoreList())
  return { kaz: vocabulary('kaz', seed, seen), rus: vocabulary('rus', seed, seen), eng: vocabulary('eng', seed, seen) }
}

function vocabulary(tongue: Tongue, seed: number, seen: Map<string, string[]>): Vocabulary {
  const { size, shift, invent, inflect } = TONGUES[tongue]
  const random = seededRandom(seed)
  const stems = new Set([...COMMON_WORDS[tongue].split(/\s+/), ...(seen.get(tongue) ?? [])])
  while (stems.size < size) {
    const stem = invent(random)
    if (stem.length > 3) stems.add(stem)
  }
  const ranked = [...stems]
  const rank = zipf(ranked.length, EXPONENT, shift)
  return { stems: ranked, small: SMALL_WORDS[tongue], inflect, draw: (own) => ranked[rank(own)] ?? '' }
}

/** Words of the demonstration library's titles by language, in the order of their first use. */
function seenWords(coreList: string): Map<string, string[]> {
  const words = new Map<string, Set<string>>()
  for (const { incoming } of coreWorks(coreList)) {
    const { language, title, subtitle } = incoming.description
    const own = words.get(language) ?? new Set<string>()
    for (const word of `${title} ${subtitle ?? ''}`.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
      if (!isStopWord(asWritten(word), '')) own.add(word)
    }
    words.set(language, own)
  }
  return new Map([...words].map(([language, own]) => [language, [...own]]))
}
