/// <reference path="./snowball-stemmers.d.ts" />
import { newStemmer } from 'snowball-stemmers'
import { keyOf } from './fold.ts'

const snowball = newStemmer('russian')

/** The folded Snowball stem of a word that could be Russian: Cyrillic without a Kazakh letter. Two letters say too little to be one. */
export function russianStem(written: string): string | undefined {
  if (!/^[а-яё]+$/.test(written)) return undefined
  const word = written.replaceAll('ё', 'е')
  // Snowball takes казахстана for a verb.
  const country = /^(.{2,}стан)(?:а|у|е|ом)$/.exec(word)?.[1]
  if (country) return keyOf(country)
  const stem = keyOf(snowball.stem(word))
  return stem.length > 2 ? stem : shortStem(word)
}

/** Snowball leaves аб of Абая and ма of мая. */
function shortStem(word: string): string | undefined {
  const open = /^(.+[аеоуы])(?:я|ю|ем|е)$/.exec(word)?.[1]
  return open && keyOf(`${open}й`)
}
