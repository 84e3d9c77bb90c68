import type { InValue, Row } from '@libsql/client/http'
import { addDays, type Day } from '../../worker/domain/calendar.ts'
import type { CleaningRule } from '../../worker/domain/cleaning-day.ts'
import { type Hours, type LibraryCalendar, MONDAY_TO_SATURDAY } from '../../worker/domain/library-calendar.ts'
import { type Question, rowsOf } from '../client.ts'

/** A value that only the database knows when the question is put. */
export interface Unknown {
  sql: string
  args: InValue[]
}

/** A holiday may give a day off to a working day after it, and the cleaning day asks the whole month. */
export const MARGIN_BEFORE_DAYS = 14
export const MARGIN_AFTER_DAYS = 45

const CALENDAR = `WITH at AS MATERIALIZED (SELECT :branch AS branch_id, :from AS from_on, :to AS to_on)
  SELECT 'week' AS kind, at.branch_id, NULL AS from_on, NULL AS to_on, b.week AS detail, b.cleaning AS more
    FROM at LEFT JOIN branch_calendars b ON b.branch_id = at.branch_id
  UNION ALL SELECT 'holiday', NULL, h.day, h.day, NULL, h.shifts FROM at JOIN holidays h ON h.day BETWEEN at.from_on AND at.to_on
  UNION ALL SELECT 'exception', e.id, e.from_on, e.to_on, e.hours, NULL
    FROM at JOIN calendar_exceptions e ON e.branch_id = at.branch_id AND e.to_on >= at.from_on AND e.from_on <= at.to_on
  UNION ALL SELECT 'exception', e.id, e.from_on, e.to_on, e.hours, NULL
    FROM at JOIN calendar_exceptions e ON e.branch_id IS NULL AND e.to_on >= at.from_on AND e.from_on <= at.to_on`

/** When this branch is open between these days: one statement, bounded by the window. */
export function calendarFacts(branch: number | Unknown, from: Day | Unknown, to: Day | Unknown): Question<LibraryCalendar> {
  const parts = { branch: known(branch), from: moved(from, -MARGIN_BEFORE_DAYS), to: moved(to, MARGIN_AFTER_DAYS) }
  const sql = CALENDAR.replace(':branch', parts.branch.sql).replace(':from', parts.from.sql).replace(':to', parts.to.sql)
  const args = [...parts.branch.args, ...parts.from.args, ...parts.to.args]
  return { statements: [{ sql, args }], read: (results) => calendarOf(rowsOf(results)) }
}

function calendarOf(rows: readonly Row[]): LibraryCalendar {
  const week = rows.find(({ kind }) => kind === 'week')
  const exceptions = rows.filter(({ kind }) => kind === 'exception').sort((one, other) => Number(one.branch_id) - Number(other.branch_id))
  return {
    branchId: Number(week?.branch_id),
    week: week?.detail ? (JSON.parse(String(week.detail)) as Hours[][]) : MONDAY_TO_SATURDAY,
    cleaning: week?.more ? (JSON.parse(String(week.more)) as CleaningRule) : null,
    holidays: rows.filter(({ kind }) => kind === 'holiday').map(({ from_on, more }) => ({ day: String(from_on), shifts: more === 1 })),
    exceptions: exceptions.map(({ from_on, to_on, detail }) => ({
      from: String(from_on),
      to: String(to_on),
      hours: JSON.parse(String(detail)) as Hours[],
    })),
  }
}

function known(value: number | Unknown): Unknown {
  return typeof value === 'number' ? { sql: '?', args: [value] } : value
}

function moved(day: Day | Unknown, days: number): Unknown {
  return typeof day === 'string'
    ? { sql: '?', args: [addDays(day, days)] }
    : { sql: `date(${day.sql}, ?)`, args: [...day.args, `${days} days`] }
}
