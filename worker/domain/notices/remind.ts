import { type Day, daysBetween } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'

export interface RemindableLoan {
  id: number
  readerId: number
  branchId: number
  hasEmail: boolean
  dueOn: Day
  returned: boolean
  onSite: boolean
  /** Lost, missing or claimed returned: the reader is not asked for it again. */
  unasked: boolean
  /** The notice about this that waits to go out. */
  openNotice: number | null
  /** A notice of this very day was made already, whatever became of it. */
  madeToday: boolean
}

export interface Reminder {
  loan: RemindableLoan
  /** So many days late: what tells the notices of one loan apart. */
  step: number
  channel: 'email' | 'print'
  /** It happened already, on paper or by telephone. */
  told: boolean
}

/** The staff remind a reader of an overdue loan: at once by themselves, or as the library sends its notices. */
export function remind(loan: RemindableLoan | undefined, told: boolean, today: Day): Reminder | Refusal {
  if (!loan || loan.returned || loan.onSite || loan.unasked || loan.dueOn >= today) return refuse('nothing-to-tell')
  const waits = loan.openNotice !== null
  if (told ? loan.madeToday && !waits : loan.madeToday || waits) return refuse('reader-was-reminded')
  return { loan, step: daysBetween(loan.dueOn, today), channel: loan.hasEmail && !told ? 'email' : 'print', told }
}
