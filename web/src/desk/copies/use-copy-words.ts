import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { type CopyWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', CopyWords> = { kk, ru, en }

export const useCopyWords = (): CopyWords => WORDS[useSpeech().language]
