import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type MarkWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', MarkWords> = { kk, ru, en }

export const useMarkWords = (): MarkWords => WORDS[useSpeech().language]
