import type { Random } from '../../../db/seed/random.ts'
import { weighted } from './zipf.ts'

const ONSETS = 'б в г д ж з к л м н п р с т ф х ч ш бр вл гр др кр пл пр ст сл тр зн св'.split(' ')
const VOWELS = [...'ааоооеиуы']
const CODAS = 'л р н м с т к в ст нт рт'.split(' ')
const ENDINGS = 'ние ость ка ция ник тель ный ский ной ство ия ация изм ент ура арь ина ок'.split(' ')
const syllablesOf = weighted([0, 0, 55, 40, 5])

const drawn = (parts: readonly string[], random: Random) => parts[Math.floor(random.next() * parts.length)] ?? ''

export function inventRussianStem(random: Random): string {
  const count = syllablesOf(random)
  let stem = ''
  for (let syllable = 0; syllable < count; syllable += 1) {
    if (syllable > 0 || random.chance(0.85)) stem += drawn(ONSETS, random)
    stem += drawn(VOWELS, random)
    if (random.chance(0.4)) stem += drawn(CODAS, random)
  }
  return random.chance(0.6) ? stem + drawn(ENDINGS, random) : `${stem}${drawn(CODAS, random)}`
}

/** The first form of each row is the one a dictionary has. */
const PARADIGMS: readonly (readonly [ending: RegExp, forms: readonly string[]])[] = [
  [/[ыои]й$/, ['ый', 'ая', 'ое', 'ые', 'ого', 'ой', 'ому', 'ым', 'ых', 'ую', 'ыми']],
  [/ие$/, ['ие', 'ия', 'ию', 'ием', 'ии', 'ий', 'иям', 'иях']],
  [/ия$/, ['ия', 'ии', 'ию', 'ией', 'ий', 'иям', 'иями', 'иях']],
  [/а$/, ['а', 'ы', 'е', 'у', 'ой', '', 'ам', 'ами', 'ах']],
  [/я$/, ['я', 'и', 'е', 'ю', 'ей', 'ь', 'ям', 'ями', 'ях']],
  [/о$/, ['о', 'а', 'у', 'ом', 'е', '', 'ам', 'ами', 'ах']],
  [/ь$/, ['ь', 'и', 'ью', 'ей', 'ям', 'ями', 'ях']],
  [/(?<=[кгхжшчщ])$/, ['', 'а', 'у', 'ом', 'е', 'и', 'ов', 'ам', 'ами', 'ах']],
  [/(?<=[бвдзлмнпрстф])$/, ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах']],
]
const SOFT = /([кгхжшчщ])ы/g

export function inflectRussian(lemma: string, random: Random): string {
  if (random.chance(0.4)) return lemma
  const paradigm = PARADIGMS.find(([ending]) => ending.test(lemma))
  if (!paradigm) return lemma
  const [ending, forms] = paradigm
  return lemma.replace(ending, drawn(forms, random)).replace(SOFT, '$1и')
}
