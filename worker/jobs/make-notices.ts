import type { Database } from '../../db/client.ts'
import { makeLoanNotices, noticeSettings } from '../../db/notices/make-notices.ts'
import { dayOf } from '../domain/calendar.ts'
import { noticeWindows } from '../domain/notices/notice-windows.ts'

/** Puts down what readers are to be told of their loans; after the loans' night, for what it renewed is not due. Answers how many. */
export async function makeNotices(db: Database, now: Date): Promise<{ made: number }> {
  const { settings } = await db.ask({ settings: noticeSettings() })
  const results = await db.record(noticeWindows(settings, dayOf(now)).map((window) => makeLoanNotices(window, now)))
  return { made: results.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0) }
}
