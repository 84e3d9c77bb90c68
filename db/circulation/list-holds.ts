import type { InValue } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { type ExpectedCopy, type Forecast, forecast } from '../../worker/domain/circulation/holds/forecast.ts'
import type { HoldFacts } from '../../worker/domain/circulation/holds/hold.ts'
import { type Question, rowsOf } from '../client.ts'
import { HOLD_COLUMNS, holdOf } from './hold-facts.ts'
import { policyForHolds } from './policy.ts'

export interface ListedHold extends HoldFacts {
  title: string
  /** Only while it is queued. */
  forecast: Forecast | null
}

const MOST = 100

const AHEAD = "FROM holds q WHERE q.record_id = h.record_id AND q.state = 'queued' AND q.queue_ordinal < h.queue_ordinal"
const SLEEPS = 'q.suspended_at IS NOT NULL AND (q.wakes_on IS NULL OR q.wakes_on > ?)'

/** Open holds of a reader or of a title, or one hold: with the place in the queue and the day to expect. */
export function listHolds(whose: { card: string } | { record: number } | { id: number }, today: Day): Question<ListedHold[]> {
  const [where, value]: [string, InValue] =
    'card' in whose
      ? ['h.closed_at IS NULL AND h.reader_id = (SELECT id FROM readers WHERE card = ?)', whose.card]
      : 'record' in whose
        ? ['h.closed_at IS NULL AND h.record_id = ?', whose.record]
        : ['h.id = ?', whose.id]
  const asked = `SELECT h.* FROM holds h WHERE ${where} ORDER BY h.state = 'queued', h.queue_ordinal LIMIT ${MOST}`
  const line = `SELECT ${HOLD_COLUMNS}, r.title, (SELECT count(*) ${AHEAD}) AS ahead, (SELECT count(*) ${AHEAD} AND NOT (${SLEEPS})) AS awake_ahead
    FROM asked h JOIN records r ON r.id = h.record_id LEFT JOIN readers d ON d.id = h.reader_id`
  const policies = policyForHolds({ sql: asked, args: [value] }, today)
  return {
    statements: [
      { sql: `WITH asked AS (${asked}) ${line} ORDER BY h.state = 'queued', h.queue_ordinal`, args: [value, today] },
      {
        sql: `WITH asked AS (${asked})
              SELECT c.record_id, coalesce(w.place, 'on-shelf') AS place, l.due_on FROM copies c
              LEFT JOIN copy_whereabouts w ON w.copy_id = c.id LEFT JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL
              WHERE c.record_id IN (SELECT record_id FROM asked WHERE state = 'queued') AND c.withdrawn_on IS NULL AND c.on_site_only = 0
                AND NOT EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = c.id AND i.closed_at IS NULL)`,
        args: [value],
      },
      ...policies.statements,
    ],
    read: (results) => {
      const copies = Map.groupBy(rowsOf(results, 1), (row) => Number(row.record_id))
      const terms = policies.read(results.slice(2))
      return rowsOf(results).map((row) => {
        const hold = holdOf(row, row.state === 'queued' ? Number(row.ahead) + 1 : 0)
        const expected = (copies.get(hold.recordId) ?? []).map(
          ({ place, due_on }): ExpectedCopy => ({
            place: String(place) as ExpectedCopy['place'],
            dueOn: due_on === null ? null : String(due_on),
          }),
        )
        const loanDays = terms.get(hold.id)?.loanDays
        const outlook = loanDays === undefined ? null : forecast(expected, Number(row.awake_ahead), loanDays, today)
        return { ...hold, title: String(row.title), forecast: outlook }
      })
    },
  }
}
