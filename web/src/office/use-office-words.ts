import { useSpeech } from '../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type OfficeWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', OfficeWords> = { kk, ru, en }

/** The office's own words: readers never fetch them. */
export function useOfficeWords(): OfficeWords {
  return WORDS[useSpeech().language]
}
