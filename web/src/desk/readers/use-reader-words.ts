import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type ReaderWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', ReaderWords> = { kk, ru, en }

export const useReaderWords = (): ReaderWords => WORDS[useSpeech().language]
