import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { type BrowseWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

export const BROWSE_WORDS: Record<'kk' | 'ru' | 'en', BrowseWords> = { kk, ru, en }

export const useBrowseWords = (): BrowseWords => BROWSE_WORDS[useSpeech().language]
