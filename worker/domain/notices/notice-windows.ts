import { addDays, type Day } from '../calendar.ts'

export interface NoticeSettings {
  /** So many days before the due day; null: never. */
  dueSoonDays: number | null
  /** On which days after it, rising. */
  overdueDays: readonly number[]
}

/** Loans due from `from` to `to` are told of `kind`, unless they were already. */
export interface NoticeWindow {
  kind: 'due-soon' | 'overdue'
  step: number
  from: Day
  to: Day
}

/** So many nights may be missed before a notice is not made any longer. */
const MISSED_NIGHTS = 5

/** Which due days are told of tonight. No day is in two windows: a library that begins late does not write twice. */
export function noticeWindows({ dueSoonDays, overdueDays }: NoticeSettings, today: Day): NoticeWindow[] {
  const soon: NoticeWindow[] = dueSoonDays ? [{ kind: 'due-soon', step: 0, from: addDays(today, 1), to: addDays(today, dueSoonDays) }] : []
  const late = overdueDays.map((step, index): NoticeWindow => {
    const next = overdueDays[index + 1] ?? Number.POSITIVE_INFINITY
    const longest = Math.min(step + MISSED_NIGHTS, next - 1)
    return { kind: 'overdue', step, from: addDays(today, -longest), to: addDays(today, -step) }
  })
  return [...soon, ...late]
}
