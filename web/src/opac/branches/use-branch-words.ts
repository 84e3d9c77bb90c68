import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { type BranchWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

export const BRANCH_WORDS: Record<'kk' | 'ru' | 'en', BranchWords> = { kk, ru, en }

export const useBranchWords = (): BranchWords => BRANCH_WORDS[useSpeech().language]
