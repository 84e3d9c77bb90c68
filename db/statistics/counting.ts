import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { Closing } from '../../worker/domain/statistics/close-days.ts'
import { ALL_UNITS, type Split, UNITS } from '../../worker/domain/statistics/units.ts'

/** The column of each split, in the journal as in the figures. */
export const COLUMN_OF: Record<Split, string> = {
  contentGroup: 'content_group',
  language: 'language',
  kind: 'kind',
  readerCategory: 'reader_category',
  ageBand: 'age_band',
  byHand: 'by_hand',
}
const COLUMNS = Object.values(COLUMN_OF).join(', ')

const SUMMED = { quantity: 'quantity', amount: 'coalesce(amount, 0)', firstOfYear: 'first_of_year * quantity' }

/** How one unit is counted from the journal's lines `l`. */
function countOf(unit: (typeof ALL_UNITS)[number]): string {
  const { deeds, of, splits } = UNITS[unit]
  const columns = Object.entries(COLUMN_OF).map(([split, column]) => {
    if (!splits.some((own) => own === split)) return split === 'byHand' ? '0' : "''"
    return split === 'byHand' ? column : `coalesce(${column}, '')`
  })
  return `SELECT day, branch_id, correction, '${unit}', ${columns.join(', ')}, sum(${SUMMED[of]}) AS count FROM lines
    WHERE deed IN (${deeds.map((deed) => `'${deed}'`).join(', ')}) GROUP BY 1, 2, 3, 5, 6, 7, 8, 9, 10 HAVING count <> 0`
}

/** The journal's words that are counted at all. */
export const COUNTED_DEEDS = [...new Set(ALL_UNITS.flatMap((unit) => UNITS[unit].deeds))].map((deed) => `'${deed}'`).join(', ')

/** The figures of closings given as JSON, as rows of day_figures: the same lines give the same rows. */
const FIGURES = `WITH asked AS MATERIALIZED (
    SELECT value ->> 'day' AS day, value ->> 'branch' AS branch_id, value ->> 'correction' AS correction,
      value ->> 'journalAfter' AS after, value ->> 'journalTo' AS upto FROM json_each(?)
  ), days AS MATERIALIZED (SELECT DISTINCT day FROM asked),
  lines AS MATERIALIZED (
    SELECT j.day, a.branch_id, a.correction, j.deed, j.content_group, j.language, j.kind, j.reader_category, j.age_band, j.by_hand,
      j.quantity, j.amount, j.first_of_year
    FROM days d CROSS JOIN journal j ON j.day = d.day
    CROSS JOIN asked a ON a.day = j.day AND a.branch_id = coalesce(j.branch_id, 0) AND j.id > a.after AND j.id <= a.upto
    WHERE j.deed IN (${COUNTED_DEEDS})
  )
  ${ALL_UNITS.map(countOf).join(' UNION ALL ')}`

/** Counts these days and branches and freezes them; a day counted meanwhile by another breaks the batch. */
export function recordClosings(closings: readonly Closing[], now: Date, staffId: number | null): InStatement[] {
  if (closings.length === 0) return []
  const asked = JSON.stringify(closings)
  const again = closings.filter(({ version, correction }) => version > 1 && correction === 0)
  return [
    {
      sql: `INSERT INTO day_closings (day, branch_id, version, correction, journal_after, journal_to, closed_at, staff_id)
            SELECT value ->> 'day', value ->> 'branch', value ->> 'version', value ->> 'correction', value ->> 'journalAfter', value ->> 'journalTo', ?, ?
            FROM json_each(?)`,
      args: [now.toISOString(), staffId, asked],
    },
    ...again.flatMap(({ day, branch, version }) => [
      {
        sql: `INSERT INTO superseded_figures SELECT day, branch_id, ?, correction, unit, ${COLUMNS}, count FROM day_figures WHERE day = ? AND branch_id = ?`,
        args: [version - 1, day, branch],
      },
      { sql: 'DELETE FROM day_figures WHERE day = ? AND branch_id = ?', args: [day, branch] },
    ]),
    { sql: `INSERT INTO day_figures (day, branch_id, correction, unit, ${COLUMNS}, count) ${FIGURES}`, args: [asked] },
  ]
}

/** The figures of one day as the journal has them now, closed or not; of one branch, or of all. */
export function openDay(day: Day, branch: number | null): { sql: string; args: (string | number | null)[] } {
  const asked = `(SELECT json_group_array(json_object('day', ?, 'branch', id, 'correction', 0, 'journalAfter', 0, 'journalTo', 9e18))
    FROM (SELECT 0 AS id UNION SELECT id FROM branches) WHERE ? IS NULL OR id = ?)`
  const columns = `day, branch_id, correction, unit, ${COLUMNS}, count`
  return {
    sql: `WITH given(${columns}) AS (${FIGURES.replace('json_each(?)', `json_each(${asked})`)}) SELECT * FROM given`,
    args: [day, branch, branch],
  }
}
