import { useSpeech } from '../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type PasskeyWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', PasskeyWords> = { kk, ru, en }

export function usePasskeyWords(): PasskeyWords {
  return WORDS[useSpeech().language]
}
