import type { Language } from '../../../domain/written.ts'
import { en } from './en.ts'
import { kk, type StatisticsWords } from './kk.ts'
import { ru } from './ru.ts'

/** A word that one language lacks is an error of compilation. */
export const words: Record<Language, StatisticsWords> = { kk, ru, en }
