import type { InStatement } from '@libsql/client/http'
import type { NoticeSettings, NoticeWindow } from '../../worker/domain/notices/notice-windows.ts'
import { type Question, rowsOf } from '../client.ts'

const CHANNEL = "iif(coalesce(d.email, '') = '', 'print', 'email')"

export function noticeSettings(): Question<NoticeSettings> {
  return {
    statements: ['SELECT due_soon_days, overdue_days FROM notice_settings'],
    read: (results) => {
      const row = rowsOf(results)[0]
      const overdueDays: number[] = JSON.parse(String(row?.overdue_days ?? '[]'))
      return { dueSoonDays: row?.due_soon_days == null ? null : Number(row.due_soon_days), overdueDays }
    },
  }
}

/**
 * Notices for the loans due in this window, each once. Costs as much as there is due. Not of a book that was lost or claimed
 * returned, nor of one lent for so short a time that its day was in the window when it was lent.
 */
export function makeLoanNotices({ kind, step, from, to }: NoticeWindow, now: Date): InStatement {
  const at = now.toISOString()
  return {
    sql: `INSERT INTO notices (kind, loan_id, reader_id, branch_id, day, step, channel, made_at, try_after)
          SELECT ?, l.id, l.reader_id, l.branch_id, l.due_on, ?, ${CHANNEL}, ?, ?
          FROM loans l JOIN readers d ON d.id = l.reader_id
          WHERE l.returned_at IS NULL AND l.due_on BETWEEN ? AND ? AND l.on_site = 0
            AND julianday(l.due_on) - julianday(substr(l.lent_at, 1, 10)) > ?
            AND NOT EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = l.copy_id AND i.closed_at IS NULL AND i.kind <> 'damaged')
          ORDER BY l.reader_id, l.id
          ON CONFLICT DO NOTHING`,
    args: [kind, step, at, at, from, to, kind === 'due-soon' ? daysIn(from, to) : 0],
  }
}

/** A copy was set aside: its reader is told, once for each last day. */
export function recordHoldNotice(holdId: number, now: Date): InStatement {
  const at = now.toISOString()
  return {
    sql: `INSERT INTO notices (kind, hold_id, reader_id, branch_id, day, channel, made_at, try_after)
          SELECT 'hold-waiting', h.id, h.reader_id, h.pickup_branch_id, h.shelf_until, ${CHANNEL}, ?, ?
          FROM holds h JOIN readers d ON d.id = h.reader_id WHERE h.id = ? AND h.state = 'waiting'
          ON CONFLICT DO NOTHING`,
    args: [at, at, holdId],
  }
}

const daysIn = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
