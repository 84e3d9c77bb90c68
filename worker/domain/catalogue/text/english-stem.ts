import { keyOf } from './fold.ts'

/**
 * The folded singular of an English plural (nomads, stories, boxes) and the owner of Abai's. No other ending is cut: the word may as
 * well be Kazakh in Latin letters.
 */
export function englishStem(written: string): string | undefined {
  if (!/^[a-z]{4,}$|^[a-z]{3,}'s$/.test(written)) return undefined
  const stem = singular(written)
  return stem === written ? undefined : keyOf(stem)
}

function singular(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2)
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^ius]s$/.test(word) ? word.slice(0, -1) : word
}
