import { useSpeech } from '../../i18n/language.tsx'
import { en } from './words/en.ts'
import { type AuditWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', AuditWords> = { kk, ru, en }

export const useAuditWords = (): AuditWords => WORDS[useSpeech().language]
