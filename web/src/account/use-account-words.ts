import { useSpeech } from '../i18n/language.tsx'
import { en } from './words/en.ts'
import { type AccountWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', AccountWords> = { kk, ru, en }

/** The words of the reader's own page: the catalogue never fetches them. */
export function useAccountWords(): AccountWords {
  return WORDS[useSpeech().language]
}
