import type { Day } from '../calendar.ts'

/** What a branch shows for some days; without a branch, everywhere. */
export interface Exhibition {
  titleKk: string
  titleRu: string
  titleEn: string
  branchId: number | null
  from: Day
  to: Day
}
