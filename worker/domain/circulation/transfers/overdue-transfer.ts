import { type Day, dayOf, daysBetween } from '../../calendar.ts'
import type { OpenTransfer } from '../copy-state.ts'

/** Sent longer ago than this many days and not arrived: somebody should look (R55). */
export function isLate({ sentAt }: Pick<OpenTransfer, 'sentAt'>, today: Day, warningDays: number): boolean {
  return sentAt !== null && daysBetween(dayOf(new Date(sentAt)), today) > warningDays
}
