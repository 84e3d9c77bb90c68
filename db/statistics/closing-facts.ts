import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { ClosingFacts } from '../../worker/domain/statistics/close-days.ts'
import type { DayStanding } from '../../worker/domain/statistics/reopen-day.ts'
import { type Question, rowsOf } from '../client.ts'
import { COUNTED_DEEDS } from './counting.ts'

/** How a day of a branch was closed last, `c` being it: no later version or correction. */
const LAST = `(SELECT json_object('version', c.version, 'correction', c.correction, 'journalTo', c.journal_to) FROM day_closings c
  WHERE c.day = l.day AND c.branch_id = l.branch_id ORDER BY c.version DESC, c.correction DESC LIMIT 1)`

/** Days opened again and not closed since. */
const OPENED_AGAIN = `FROM day_reopenings o WHERE NOT EXISTS (
  SELECT 1 FROM day_closings c WHERE c.day = o.day AND c.branch_id = o.branch_id AND c.version > o.version)`

/** Everything that decides what the night has to close. Only lines since the last night are looked at. */
export function closingFacts(): Question<ClosingFacts> {
  return {
    statements: [
      `SELECT (SELECT max(day) FROM day_closings) AS last_closed, (SELECT min(day) FROM journal) AS first_day,
         (SELECT coalesce(max(id), 0) FROM journal) AS journal_to`,
      'SELECT id FROM branches ORDER BY id',
      // By number and not by an index of days, whatever the statistics of the planner say: only what is new is read.
      `WITH l AS MATERIALIZED (SELECT day, coalesce(branch_id, 0) AS branch_id, max(id) AS id FROM journal NOT INDEXED
         WHERE id > (SELECT journal_to FROM statistics_counted) AND day <= (SELECT max(day) FROM day_closings) AND deed IN (${COUNTED_DEEDS})
         GROUP BY 1, 2)
       SELECT day, branch_id, last FROM (SELECT day, branch_id, id, ${LAST} AS last FROM l) WHERE last IS NULL OR id > last ->> 'journalTo'`,
      `SELECT o.day, o.branch_id, o.version ${OPENED_AGAIN}`,
    ],
    read: (results) => {
      const [row] = rowsOf(results)
      return {
        lastClosed: row?.last_closed ? String(row.last_closed) : undefined,
        firstDay: row?.first_day ? String(row.first_day) : undefined,
        journalTo: Number(row?.journal_to ?? 0),
        branches: rowsOf(results, 1).map(({ id }) => Number(id)),
        late: rowsOf(results, 2).map(({ day, branch_id, last }) => ({
          day: String(day),
          branch: Number(branch_id),
          last: last === null ? undefined : JSON.parse(String(last)),
        })),
        reopened: rowsOf(results, 3).map(({ day, branch_id, version }) => ({
          day: String(day),
          branch: Number(branch_id),
          version: Number(version),
        })),
      }
    },
  }
}

/** Every line up to here that belongs to a closed day is counted. */
export function recordCounted(journalTo: number): InStatement {
  return { sql: 'UPDATE statistics_counted SET journal_to = max(journal_to, ?)', args: [journalTo] }
}

/** How a day of a branch stands; version 0 if it was never closed. */
export function dayStanding(day: Day, branch: number): Question<DayStanding> {
  return {
    statements: [
      {
        sql: `SELECT c.version, EXISTS (SELECT 1 FROM day_reopenings o WHERE o.day = c.day AND o.branch_id = c.branch_id AND o.version = c.version) AS reopened
              FROM day_closings c WHERE c.day = ? AND c.branch_id = ? ORDER BY c.version DESC, c.correction DESC LIMIT 1`,
        args: [day, branch],
      },
      'SELECT coalesce(max(id), 0) AS journal_to FROM journal',
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      return {
        version: Number(row?.version ?? 0),
        reopened: row?.reopened === 1,
        journalTo: Number(rowsOf(results, 1)[0]?.journal_to ?? 0),
      }
    },
  }
}
