import type { Day } from '../../worker/domain/calendar.ts'
import type { HoldFacts } from '../../worker/domain/circulation/holds/hold.ts'
import { type Question, rowsOf } from '../client.ts'
import { textOrNull } from './copy-state.ts'
import { HOLD_COLUMNS, holdOf } from './hold-facts.ts'
import { type CopyOnShelf, HOLDABLE, holdableOf } from './holdable-copies.ts'

/** More is not fetched from the shelves in one walk. */
const MOST = 300

const RECORDS_HERE = `SELECT s.record_id FROM stock s WHERE s.branch_id = ? AND s.on_shelf > 0
    AND s.record_id IN (SELECT q.record_id FROM holds q WHERE q.state = 'queued')`

export interface PullFacts {
  holds: HoldFacts[]
  copies: CopyOnShelf[]
  titles: Map<number, string>
}

/** Who waits for titles that stand on this branch's shelves, and where all copies of them stand now. */
export function pullListFacts(branchId: number): Question<PullFacts> {
  return {
    statements: [
      {
        sql: `WITH here AS MATERIALIZED (${RECORDS_HERE})
              SELECT ${HOLD_COLUMNS}, r.title FROM here JOIN holds h ON h.record_id = here.record_id JOIN records r ON r.id = h.record_id
              LEFT JOIN readers d ON d.id = h.reader_id
              WHERE h.state = 'queued' ORDER BY h.record_id, h.queue_ordinal LIMIT ${MOST}`,
        args: [branchId],
      },
      {
        sql: `WITH here AS MATERIALIZED (${RECORDS_HERE})
              ${HOLDABLE} WHERE c.id IN (SELECT s.id FROM here JOIN copies_on_shelf s ON s.record_id = here.record_id) LIMIT ${MOST * 4}`,
        args: [branchId],
      },
    ],
    read: (results) => {
      const rows = rowsOf(results)
      const places = new Map<number, number>()
      const holds = rows.map((row) => {
        const record = Number(row.record_id)
        const position = (places.get(record) ?? 0) + 1
        places.set(record, position)
        return holdOf(row, position)
      })
      const titles = new Map(rows.map((row) => [Number(row.record_id), String(row.title)]))
      return { holds, copies: rowsOf(results, 1).map(holdableOf), titles }
    },
  }
}

/** More are changed by the next call. */
const REROUTED_AT_ONCE = 100

/** Those who wait for a book to be brought to this branch. */
export function queuedForBranch(branchId: number): Question<HoldFacts[]> {
  return {
    statements: [
      {
        sql: `SELECT ${HOLD_COLUMNS} FROM holds h LEFT JOIN readers d ON d.id = h.reader_id
              WHERE h.state = 'queued' AND h.pickup_branch_id = ? ORDER BY h.id LIMIT ${REROUTED_AT_ONCE}`,
        args: [branchId],
      },
    ],
    read: (results) => rowsOf(results).map((row) => holdOf(row, 0)),
  }
}

export interface SetAside {
  barcode: string
  title: string
  since: string
  /** Null when the copy is to be scanned and put away: nobody waits for it here any longer (R4a). */
  hold: { id: number; card: string; name: string; shelfUntil: Day } | null
}

/** The hold shelf of a branch, longest first. */
export function listHoldShelf(branchId: number): Question<SetAside[]> {
  return {
    statements: [
      {
        sql: `SELECT c.barcode, r.title, w.since, h.id, h.shelf_until, d.card, d.name FROM copy_whereabouts w
              JOIN copies c ON c.id = w.copy_id JOIN records r ON r.id = c.record_id
              LEFT JOIN holds h ON h.id = w.hold_id AND h.state = 'waiting' LEFT JOIN readers d ON d.id = h.reader_id
              WHERE w.place = 'hold-shelf' AND w.branch_id = ? ORDER BY w.since, c.id LIMIT 1000`,
        args: [branchId],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        barcode: String(row.barcode),
        title: String(row.title),
        since: String(row.since),
        hold:
          row.id === null
            ? null
            : {
                id: Number(row.id),
                card: textOrNull(row.card) ?? '',
                name: textOrNull(row.name) ?? '',
                shelfUntil: String(row.shelf_until),
              },
      })),
  }
}
