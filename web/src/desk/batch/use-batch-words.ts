import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { type BatchWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', BatchWords> = { kk, ru, en }

export const useBatchWords = (): BatchWords => WORDS[useSpeech().language]
