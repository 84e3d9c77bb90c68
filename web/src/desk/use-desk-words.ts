import { useSpeech } from '../i18n/language.tsx'
import { en } from './words/en.ts'
import { type DeskWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', DeskWords> = { kk, ru, en }

/** The desk's own words: readers never fetch them. */
export function useDeskWords(): DeskWords {
  return WORDS[useSpeech().language]
}
