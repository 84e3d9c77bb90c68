import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { HandCount } from '../../worker/domain/statistics/hand-count.ts'
import { UNITS } from '../../worker/domain/statistics/units.ts'
import type { By } from '../circulation/record-copy.ts'
import { type Question, rowsOf } from '../client.ts'

/** What was counted by hand is a line of the journal like any other, of the day that it was counted for. */
export function recordHandCount({ day, branch, unit, quantity, amount, where, note }: HandCount, by: By): InStatement {
  return {
    sql: `INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, kind, reader_category, age_band, by_hand, quantity, amount, detail)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`,
    args: [
      by.now.toISOString(),
      day,
      UNITS[unit].deeds[0] ?? unit,
      by.staffId,
      branch,
      where.language ?? 'und',
      where.contentGroup ?? null,
      where.kind ?? null,
      where.readerCategory ?? null,
      where.ageBand ?? null,
      quantity,
      amount,
      note === null ? null : JSON.stringify({ note }),
    ],
  }
}

export interface HandLine {
  id: number
  day: Day
  branch: number | null
  takenBack: boolean
}

/** A line that was counted by hand; undefined if this is none. */
export function findHandCount(id: number): Question<HandLine | undefined> {
  return {
    statements: [
      {
        sql: `SELECT id, day, branch_id, EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.id) AS taken_back FROM journal j
              WHERE id = ? AND by_hand = 1 AND undoes IS NULL`,
        args: [id],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      return (
        row && {
          id: Number(row.id),
          day: String(row.day),
          branch: row.branch_id === null ? null : Number(row.branch_id),
          takenBack: row.taken_back === 1,
        }
      )
    },
  }
}

/** The journal keeps what it has: a line is taken back by its opposite. Twice breaks `journal.undoes`. */
export function recordTakenBack(id: number, note: string | null, by: By): InStatement {
  return {
    sql: `INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, kind, reader_category, age_band, by_hand, quantity, amount, detail, undoes)
          SELECT ?, day, deed, ?, branch_id, language, content_group, kind, reader_category, age_band, by_hand, -quantity, -amount, ?, id FROM journal WHERE id = ?`,
    args: [by.now.toISOString(), by.staffId, note === null ? null : JSON.stringify({ note }), id],
  }
}

/** Opens a closed day again, for a reason. Twice breaks `day_reopenings`. */
export function recordReopened({ day, version, reason }: { day: Day; version: number; reason: string }, by: By): InStatement {
  return {
    sql: 'INSERT INTO day_reopenings (day, branch_id, version, reason, at, staff_id) VALUES (?, ?, ?, ?, ?, ?)',
    args: [day, by.branchId, version, reason, by.now.toISOString(), by.staffId],
  }
}
