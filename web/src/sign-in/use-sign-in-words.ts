import { useSpeech } from '../i18n/language.tsx'
import { en } from './words/en.ts'
import { kk, type SignInWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', SignInWords> = { kk, ru, en }

export const useSignInWords = (): SignInWords => WORDS[useSpeech().language]
