import type { Day } from '../calendar.ts'

export type NoticeKind = 'due-soon' | 'overdue' | 'hold-waiting'
export type NoticeLanguage = 'kk' | 'ru'

export interface NoticeReader {
  id: number
  card: string
  name: string
  email: string | null
  phone: string | null
  language: NoticeLanguage
}

export interface NoticeFacts {
  id: number
  kind: NoticeKind
  /** Until when: the due day, or the last day on the hold shelf. */
  day: Day
  title: string
  reader: NoticeReader
  branch: { nameKk: string; nameRu: string; phone: string }
  /** The letter it was sent in before, by its first notice; null if it was never tried. */
  letter: number | null
  attempts: number
  /** How often the staff asked for it to go out once more. */
  askedAgain: number
  /** False when there is nothing to tell any longer: returned, renewed, collected. */
  stillTrue: boolean
}
