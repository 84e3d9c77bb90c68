import type { ListedNotice } from '../../worker/domain/notices/listed-notice.ts'
import type { NoticeKind } from '../../worker/domain/notices/notice.ts'
import { textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'
import { kindOf } from './open-notices.ts'

const PAGE = 100

export interface WantedNotices {
  branchId: number
  kind?: NoticeKind | undefined
  /** Only those with a number below this one: the next page. */
  before?: number | undefined
}

/** What readers of this branch were told and what became of it, the newest first. */
export function listNotices({ branchId, kind, before }: WantedNotices): Question<ListedNotice[]> {
  return {
    statements: [
      {
        sql: `SELECT n.id, n.kind, d.card, d.name, n.day, n.step, n.channel, n.made_at, n.attempts, n.failure, n.settled_at, n.settled_as
              FROM notices n JOIN readers d ON d.id = n.reader_id
              WHERE n.branch_id = ? AND n.id < ? AND (? IS NULL OR n.kind = ?) ORDER BY n.id DESC LIMIT ${PAGE}`,
        args: [branchId, before ?? Number.MAX_SAFE_INTEGER, kind ?? null, kind ?? null],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: Number(row.id),
        kind: kindOf(row.kind),
        reader: { card: String(row.card), name: String(row.name) },
        day: String(row.day),
        step: Number(row.step),
        channel: row.channel === 'email' ? 'email' : 'print',
        madeAt: String(row.made_at),
        attempts: Number(row.attempts),
        failure: textOrNull(row.failure),
        settledAt: textOrNull(row.settled_at),
        settledAs: (row.settled_as ?? null) as ListedNotice['settledAs'],
      })),
  }
}
