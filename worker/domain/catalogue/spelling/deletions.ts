import { hash32 } from '../index/hash.ts'
import { indexLetters } from '../index/letters.ts'
import type { QueryWord } from '../query/clause.ts'
import { fold } from '../text/fold.ts'

/** ю, я and ц are two letters of a key and one of the keyboard: mistakes are made with one. */
export function typedLetters(word: string): string {
  return /i[ua]|ts/.test(word) ? word.replaceAll('iu', 'y').replaceAll('ia', 'q').replaceAll('ts', 'x') : word
}

/** Of `qqqqzzzz` nothing is left that is a word. */
const LEAST_HELD = 4

/**
 * The key and the stems of a word with its double letters, which no key has: of «облоов» a letter is missed between two that are alike.
 * Of three in a row («гипппиус») one is meant. None for a word without doubles.
 */
export function openForms({ written, key, stems }: Pick<QueryWord, 'written' | 'key' | 'stems'>): string[] {
  if (!/(.)\1/u.test(written)) return []
  const held = key.match(/(.)\1\1+/gu) ?? []
  if (held.length > 0) {
    const once = key.replace(/(.)\1+/gu, '$1')
    return held.length === 1 && once.length >= LEAST_HELD ? [once] : []
  }
  const open = indexLetters(fold(written).replaceAll('й', 'и'))
  if (open === key) return []
  const cut = stems
    .filter((stem) => stem !== key && key.startsWith(stem))
    .map((stem) => open.slice(0, open.length - key.length + stem.length))
  return [open, ...cut]
}

/** Words are compared by their beginnings; endings change by themselves. */
const BEGINNING = 6

/**
 * Two words of which one letter was missed, doubled, changed or exchanged near the beginning have one of these in common. The
 * vowels that are written as they are heard, о and а, и and е, count as one. A key does not tell ц from тс: in детский and советский
 * mistakes are made between the two letters.
 */
export function deletions(word: string): number[] {
  return word.includes('ts') ? lookups(word) : shortened(typedLetters(word))
}

/** Where to look for a word that may be misspelt: абйа has no я, though its key may be read so. */
export function lookups(word: string): number[] {
  const typed = typedLetters(word)
  return typed === word ? shortened(word) : [...new Set([...shortened(typed), ...shortened(word)])]
}

function shortened(letters: string): number[] {
  const start = letters.slice(0, BEGINNING).replaceAll('o', 'a').replaceAll('i', 'e')
  const shorter = Array.from(start, (_, place) => start.slice(0, place) + start.slice(place + 1))
  return [...new Set([start, ...shorter])].map(hash32)
}

const LEAST_LETTERS = 3

/** Whether a term is a word that can be misspelt: numbers and very short words are as they are. */
export function isCorrectable(term: string): boolean {
  return term.length >= LEAST_LETTERS && /^[a-z]+$/.test(term)
}
