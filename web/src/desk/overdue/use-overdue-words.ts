import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type OverdueWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', OverdueWords> = { kk, ru, en }

export const useOverdueWords = (): OverdueWords => WORDS[useSpeech().language]
