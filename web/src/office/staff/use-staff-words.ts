import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type StaffWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', StaffWords> = { kk, ru, en }

export const useStaffWords = (): StaffWords => WORDS[useSpeech().language]
