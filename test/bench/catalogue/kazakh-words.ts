import type { Random } from '../../../db/seed/random.ts'
import { weighted } from './zipf.ts'

/** Vowel harmony: a word is back or front throughout. */
const BACK = { first: [...'аааоұы'], later: [...'аааыы'], onset: [...'бдджзқққлмнрсттшғп'], coda: [...'лррнмсзттқйңпш'] }
const FRONT = { first: [...'әееөүі'], later: [...'еееіі'], onset: [...'бдджзккклмнрсттшгп'], coda: [...'лррнмсзтткйңпш'] }
const syllablesOf = weighted([0, 0, 45, 45, 10])

const VOICELESS = new Set([...'пфкқтсшщчцхһбвгғд'])
const VOWELS = new Set([...'аәеёиоөуұүыіэюя'])
const NASAL = new Set([...'мнң'])
const LIQUID = new Set([...'лрйуюи'])
const FRONT_VOWELS = /[әеөүіэ]/
const BACK_VOWELS = /[аоұыя]/

export function inventKazakhStem(random: Random): string {
  const sounds = random.chance(0.55) ? BACK : FRONT
  const count = syllablesOf(random)
  let stem = ''
  for (let syllable = 0; syllable < count; syllable += 1) {
    const isFirst = syllable === 0
    const vowels = isFirst ? sounds.first : sounds.later
    if (!isFirst || random.chance(0.8)) stem += drawn(sounds.onset, random)
    stem += drawn(vowels, random)
    if (random.chance(syllable === count - 1 ? 0.75 : 0.4)) stem += drawn(sounds.coda, random)
  }
  return stem
}

const drawn = (letters: readonly string[], random: Random) => letters[Math.floor(random.next() * letters.length)] ?? ''

type Case = 'genitive' | 'dative' | 'accusative' | 'locative' | 'ablative' | 'instrumental'
const CASES: readonly Case[] = ['genitive', 'genitive', 'dative', 'accusative', 'locative', 'locative', 'ablative', 'instrumental']

/** A noun as a text has it: as often bare as not, with plural, possessive and case. */
export function inflectKazakh(stem: string, random: Random): string {
  if (random.chance(0.5)) return stem
  const plural = random.chance(0.3)
  const possessed = random.chance(0.45)
  const cased = random.chance(0.5) || !(plural || possessed)
  let word = plural ? stem + harmonious(stem, pluralOf(stem)) : stem
  if (possessed) word = possessive(word)
  return cased ? word + harmonious(word, caseOf(word, CASES[Math.floor(random.next() * CASES.length)] ?? 'genitive', possessed)) : word
}

function harmonious(word: string, backForm: string): string {
  const vowels = [...word].filter((letter) => FRONT_VOWELS.test(letter) || BACK_VOWELS.test(letter))
  if (BACK_VOWELS.test(vowels.at(-1) ?? 'а')) return backForm
  return backForm.replaceAll('а', 'е').replaceAll('ы', 'і').replaceAll('қ', 'к').replaceAll('ғ', 'г')
}

function pluralOf(stem: string): string {
  const last = stem.at(-1) ?? ''
  if (VOICELESS.has(last)) return 'тар'
  return NASAL.has(last) || 'лзж'.includes(last) ? 'дар' : 'лар'
}

const VOICED: Record<string, string> = { қ: 'ғ', к: 'г', п: 'б' }

function possessive(word: string): string {
  const last = word.at(-1) ?? ''
  if (VOWELS.has(last) && !LIQUID.has(last)) return word + harmonious(word, 'сы')
  return word.slice(0, -1) + (VOICED[last] ?? last) + harmonious(word, 'ы')
}

function caseOf(word: string, name: Case, possessed: boolean): string {
  const last = word.at(-1) ?? ''
  if (possessed) return { genitive: 'ның', dative: 'на', accusative: 'н', locative: 'нда', ablative: 'нан', instrumental: 'мен' }[name]
  const isVowel = VOWELS.has(last) && !LIQUID.has(last)
  const hard = VOICELESS.has(last)
  switch (name) {
    case 'genitive':
      return hard ? 'тың' : isVowel || NASAL.has(last) ? 'ның' : 'дың'
    case 'dative':
      return hard ? 'қа' : 'ға'
    case 'accusative':
      return hard ? 'ты' : isVowel ? 'ны' : 'ды'
    case 'locative':
      return hard ? 'та' : 'да'
    case 'ablative':
      return hard ? 'тан' : NASAL.has(last) ? 'нан' : 'дан'
    case 'instrumental':
      return hard ? 'пен' : 'зж'.includes(last) ? 'бен' : 'мен'
  }
}
