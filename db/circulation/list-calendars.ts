import type { Row } from '@libsql/client/http'
import { addDays, type Day } from '../../worker/domain/calendar.ts'
import type { CleaningRule } from '../../worker/domain/cleaning-day.ts'
import { type Hours, type LibraryCalendar, MONDAY_TO_SATURDAY } from '../../worker/domain/library-calendar.ts'
import { type Question, rowsOf } from '../client.ts'
import { MARGIN_AFTER_DAYS, MARGIN_BEFORE_DAYS } from './calendar.ts'

/** When each branch is open between these days, by branch: where one question concerns them all. */
export function listCalendars(from: Day, to: Day): Question<Map<number, LibraryCalendar>> {
  const window = [addDays(from, -MARGIN_BEFORE_DAYS), addDays(to, MARGIN_AFTER_DAYS)]
  return {
    statements: [
      'SELECT b.id, c.week, c.cleaning FROM branches b LEFT JOIN branch_calendars c ON c.branch_id = b.id ORDER BY b.id',
      { sql: 'SELECT day, shifts FROM holidays WHERE day BETWEEN ? AND ? ORDER BY day', args: window },
      {
        sql: 'SELECT branch_id, from_on, to_on, hours FROM calendar_exceptions WHERE to_on >= ? AND from_on <= ? ORDER BY id',
        args: window,
      },
    ],
    read: (results) => {
      const holidays = rowsOf(results, 1).map(({ day, shifts }) => ({ day: String(day), shifts: shifts === 1 }))
      const calendars = rowsOf(results).map((row): [number, LibraryCalendar] => [
        Number(row.id),
        {
          branchId: Number(row.id),
          week: row.week === null ? MONDAY_TO_SATURDAY : (JSON.parse(String(row.week)) as Hours[][]),
          cleaning: row.cleaning === null ? null : (JSON.parse(String(row.cleaning)) as CleaningRule),
          holidays,
          exceptions: exceptionsOf(rowsOf(results, 2), Number(row.id)),
        },
      ])
      return new Map(calendars)
    },
  }
}

function exceptionsOf(rows: readonly Row[], branchId: number) {
  return rows
    .filter((row) => row.branch_id === null || Number(row.branch_id) === branchId)
    .map(({ from_on, to_on, hours }) => ({ from: String(from_on), to: String(to_on), hours: JSON.parse(String(hours)) as Hours[] }))
}
