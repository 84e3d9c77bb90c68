/// <reference path="./snowball-stemmers.d.ts" />
import { newStemmer } from 'snowball-stemmers'
import { keyOf } from './fold.ts'

const snowball = newStemmer('russian')

/** The folded Snowball stem of a word that could be Russian: Cyrillic without a Kazakh letter. Two letters say too little to be one. */
export function russianStem(written: string): string | undefined {
  if (!/^[а-яё]+$/.test(written)) return undefined
  const stem = keyOf(snowball.stem(written.replaceAll('ё', 'е')))
  return stem.length > 2 ? stem : undefined
}
