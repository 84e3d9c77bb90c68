import { hash32 } from '../index/hash.ts'

/** ю, я and ц are two letters of a key and one of the keyboard: mistakes are made with one. */
export function typedLetters(word: string): string {
  return /i[ua]|ts/.test(word) ? word.replaceAll('iu', 'y').replaceAll('ia', 'q').replaceAll('ts', 'x') : word
}

/** Words are compared by their beginnings; endings change by themselves. */
const BEGINNING = 6

/**
 * Two words of which one letter was missed, doubled, changed or exchanged near the beginning have one of these in common. The
 * vowels that are written as they are heard, о and а, и and е, count as one.
 */
export function deletions(word: string): number[] {
  return shortened(typedLetters(word))
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
