import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { CloseBranchFacts, MovedDays, NewException } from '../../worker/domain/circulation/close-branch.ts'
import type { CleaningRule } from '../../worker/domain/cleaning-day.ts'
import type { Hours } from '../../worker/domain/library-calendar.ts'
import type { NamedHoliday } from '../../worker/domain/national-holidays.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { journalLine } from '../journal.ts'
import { listCalendars } from './list-calendars.ts'

interface By {
  staffId: number | null
  now: Date
}

export interface KnownException {
  id: number
  branchId: number | null
  from: Day
  to: Day
  hours: Hours[]
  reason: string
}

/** What the calendars of these days are made of besides the weeks: holidays, and what differs. */
export function listSpecialDays(from: Day, to: Day): Question<{ holidays: NamedHoliday[]; exceptions: KnownException[] }> {
  return {
    statements: [
      { sql: 'SELECT * FROM holidays WHERE day BETWEEN ? AND ? ORDER BY day', args: [from, to] },
      { sql: 'SELECT * FROM calendar_exceptions WHERE to_on >= ? AND from_on <= ? ORDER BY from_on, id', args: [from, to] },
    ],
    read: (results) => ({
      holidays: rowsOf(results).map(({ day, shifts, name_kk, name_ru, name_en }) => ({
        day: String(day),
        shifts: shifts === 1,
        nameKk: String(name_kk),
        nameRu: String(name_ru),
        nameEn: String(name_en),
      })),
      exceptions: rowsOf(results, 1).map(({ id, branch_id, from_on, to_on, hours, reason }) => ({
        id: Number(id),
        branchId: branch_id === null ? null : Number(branch_id),
        from: String(from_on),
        to: String(to_on),
        hours: JSON.parse(String(hours)) as Hours[],
        reason: String(reason),
      })),
    }),
  }
}

/** Everything that closing a branch between these days asks. */
export function closeBranchFacts(from: Day, to: Day): Question<CloseBranchFacts> {
  return together({
    calendars: listCalendars(from, to),
    due: countByBranch(
      'SELECT branch_id, count(*) AS count FROM loans WHERE returned_at IS NULL AND due_on BETWEEN ? AND ? GROUP BY branch_id',
      from,
      to,
    ),
    waiting: countByBranch(
      `SELECT pickup_branch_id AS branch_id, count(*) AS count FROM holds WHERE state = 'waiting' AND shelf_until BETWEEN ? AND ? GROUP BY 1`,
      from,
      to,
    ),
  })
}

function countByBranch(sql: string, from: Day, to: Day): Question<Map<number, number>> {
  return {
    statements: [{ sql, args: [from, to] }],
    read: (results) => new Map(rowsOf(results).map(({ branch_id, count }) => [Number(branch_id), Number(count)])),
  }
}

/** The exception, and what moves with it, or neither (R70). */
export function recordException({ exception, moves, loans, holds }: NewException, { staffId, now }: By): InStatement[] {
  const { branchId, from, to, hours, reason } = exception
  return [
    {
      sql: 'INSERT INTO calendar_exceptions (branch_id, from_on, to_on, hours, reason, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
      args: [branchId, from, to, JSON.stringify(hours), reason, now.toISOString(), staffId],
    },
    ...moves.flatMap(moveDays),
    journalLine({ deed: 'calendar-changed', staffId, branchId, now, detail: { from, to, hours, loans, holds } }),
  ]
}

function moveDays({ branchId, window, to }: MovedDays): InStatement[] {
  const args = [to, branchId, window.from, window.to]
  return [
    { sql: 'UPDATE loans SET due_on = ? WHERE returned_at IS NULL AND branch_id = ? AND due_on BETWEEN ? AND ?', args },
    { sql: `UPDATE holds SET shelf_until = ? WHERE state = 'waiting' AND pickup_branch_id = ? AND shelf_until BETWEEN ? AND ?`, args },
  ]
}

/** Days that moved with a closing stay where they are: readers were told of them. */
export function recordExceptionLifted(id: number, branchId: number | null, { staffId, now }: By): InStatement[] {
  return [
    { sql: 'DELETE FROM calendar_exceptions WHERE id = ?', args: [id] },
    journalLine({ deed: 'calendar-changed', staffId, branchId, now, detail: { lifted: id } }),
  ]
}

export function findException(id: number): Question<{ id: number; branchId: number | null } | undefined> {
  return {
    statements: [{ sql: 'SELECT id, branch_id FROM calendar_exceptions WHERE id = ?', args: [id] }],
    read: (results) => {
      const row = rowsOf(results)[0]
      return row && { id: Number(row.id), branchId: row.branch_id === null ? null : Number(row.branch_id) }
    },
  }
}

export function recordWeek(branchId: number, week: readonly Hours[][], cleaning: CleaningRule, { staffId, now }: By): InStatement[] {
  return [
    {
      sql: `INSERT INTO branch_calendars VALUES (?, ?, ?, ?, ?) ON CONFLICT (branch_id) DO UPDATE
              SET week = excluded.week, cleaning = excluded.cleaning, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      args: [branchId, JSON.stringify(week), JSON.stringify(cleaning), now.toISOString(), staffId],
    },
    journalLine({ deed: 'calendar-changed', staffId, branchId, now, detail: { week, cleaning } }),
  ]
}

export function recordHoliday({ day, shifts, nameKk, nameRu, nameEn }: NamedHoliday, { staffId, now }: By): InStatement[] {
  return [
    {
      sql: `INSERT INTO holidays (day, shifts, name_kk, name_ru, name_en) VALUES (?, ?, ?, ?, ?) ON CONFLICT (day) DO UPDATE
              SET shifts = excluded.shifts, name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en`,
      args: [day, shifts ? 1 : 0, nameKk, nameRu, nameEn],
    },
    journalLine({ deed: 'calendar-changed', staffId, branchId: null, now, detail: { holiday: day } }),
  ]
}

export function recordNoHoliday(day: Day, { staffId, now }: By): InStatement[] {
  return [
    { sql: 'DELETE FROM holidays WHERE day = ?', args: [day] },
    journalLine({ deed: 'calendar-changed', staffId, branchId: null, now, detail: { noHoliday: day } }),
  ]
}

/** The holidays of a year that has none in the table yet. */
export function recordYear(holidays: readonly NamedHoliday[], year: number): InStatement[] {
  const none = 'NOT EXISTS (SELECT 1 FROM holidays WHERE day BETWEEN ? AND ?)'
  return [
    {
      sql: `INSERT INTO holidays (day, shifts, name_kk, name_ru, name_en)
            SELECT value ->> 'day', value ->> 'shifts', value ->> 'nameKk', value ->> 'nameRu', value ->> 'nameEn' FROM json_each(?) WHERE ${none}`,
      args: [JSON.stringify(holidays), `${year}-01-01`, `${year}-12-31`],
    },
  ]
}
