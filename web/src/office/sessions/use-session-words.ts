import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type SessionWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', SessionWords> = { kk, ru, en }

export const useSessionWords = (): SessionWords => WORDS[useSpeech().language]
