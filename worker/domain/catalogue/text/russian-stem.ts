/// <reference path="./snowball-stemmers.d.ts" />
import { newStemmer } from 'snowball-stemmers'
import { keyOf } from './fold.ts'

const snowball = newStemmer('russian')

/** The folded Snowball stem of a word that could be Russian: Cyrillic without a Kazakh letter. */
export function russianStem(written: string): string | undefined {
  if (!/^[а-яё]+$/.test(written)) return undefined
  return keyOf(snowball.stem(written.replaceAll('ё', 'е')))
}
