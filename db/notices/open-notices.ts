import type { Row } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { NoticeFacts, NoticeKind, NoticeReader } from '../../worker/domain/notices/notice.ts'
import { textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'

const STILL_TRUE = `CASE WHEN n.hold_id IS NOT NULL THEN h.state = 'waiting'
    ELSE l.returned_at IS NULL AND l.due_on = n.day AND (n.kind <> 'due-soon' OR n.day >= :today)
      AND NOT EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = l.copy_id AND i.closed_at IS NULL AND i.kind <> 'damaged') END`

const OPEN = `SELECT n.id, n.kind, coalesce(h.shelf_until, n.day) AS day, n.letter, n.attempts, n.asked_again, coalesce(r.title, '') AS title,
    d.id AS reader_id, d.card, d.name, d.email, d.phone, d.notice_language, b.name_kk, b.name_ru, b.phone AS branch_phone,
    ${STILL_TRUE} AS still_true
  FROM notices n JOIN readers d ON d.id = n.reader_id JOIN branches b ON b.id = n.branch_id
    LEFT JOIN loans l ON l.id = n.loan_id LEFT JOIN holds h ON h.id = n.hold_id
    LEFT JOIN copies c ON c.id = coalesce(l.copy_id, h.trapped_copy_id) LEFT JOIN records r ON r.id = coalesce(c.record_id, h.record_id)`

/** What is to be sent by e-mail now, the longest waiting first. */
export function noticesToSend(now: Date, today: Day, page: number): Question<NoticeFacts[]> {
  return {
    statements: [
      {
        sql: `${OPEN} WHERE n.settled_at IS NULL AND n.channel = 'email' AND n.try_after <= :now ORDER BY n.try_after, n.id LIMIT :page`,
        args: { today, now: now.toISOString(), page },
      },
    ],
    read: (results) => rowsOf(results).map(noticeOf),
  }
}

/** What is to be printed at this branch; as many as fit one print-out. */
export function noticesToPrint(branchId: number, today: Day, page: number): Question<NoticeFacts[]> {
  return {
    statements: [
      {
        sql: `${OPEN} WHERE n.settled_at IS NULL AND n.channel = 'print' AND +n.branch_id = :branch ORDER BY n.reader_id, n.id LIMIT :page`,
        args: { today, branch: branchId, page },
      },
    ],
    read: (results) => rowsOf(results).map(noticeOf),
  }
}

/** One notice that went out at this branch, by e-mail or on paper. */
export function settledNotice(id: number, branchId: number, today: Day): Question<NoticeFacts | undefined> {
  return {
    statements: [
      {
        sql: `${OPEN} WHERE n.id = :id AND n.branch_id = :branch AND n.settled_as IN ('sent', 'printed')`,
        args: { today, id, branch: branchId },
      },
    ],
    read: (results) => rowsOf(results).map(noticeOf)[0],
  }
}

/** How a reader is reached, from `reader_id` and the columns of `readers` by their names. */
export function noticeReaderOf(row: Row): NoticeReader {
  return {
    id: Number(row.reader_id),
    card: String(row.card),
    name: String(row.name),
    email: textOrNull(row.email),
    phone: textOrNull(row.phone),
    language: row.notice_language === 'ru' ? 'ru' : 'kk',
  }
}

function noticeOf(row: Row): NoticeFacts {
  return {
    id: Number(row.id),
    kind: kindOf(row.kind),
    day: String(row.day),
    title: String(row.title),
    reader: noticeReaderOf(row),
    branch: { nameKk: String(row.name_kk), nameRu: String(row.name_ru), phone: String(row.branch_phone) },
    letter: row.letter === null ? null : Number(row.letter),
    attempts: Number(row.attempts),
    askedAgain: Number(row.asked_again),
    stillTrue: row.still_true === 1,
  }
}

export function kindOf(kind: unknown): NoticeKind {
  return kind === 'overdue' || kind === 'hold-waiting' ? kind : 'due-soon'
}
