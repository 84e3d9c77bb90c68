import type { Day } from '../calendar.ts'
import type { NoticeReader } from '../notices/notice.ts'

/** A loan whose day has passed, as the desk works through them. */
export interface OverdueLoan {
  id: number
  barcode: string
  title: string
  dueOn: Day
  lentAt: string
  /** Lost, or claimed returned: the reader is not asked for it again. */
  mark: string | null
  /** When the reader was told last that it is overdue. */
  remindedAt: string | null
  reader: NoticeReader
}
