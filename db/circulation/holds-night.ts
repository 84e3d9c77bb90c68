import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { HoldFacts } from '../../worker/domain/circulation/holds/hold.ts'
import type { NightOfHold } from '../../worker/domain/circulation/holds/night.ts'
import { type Question, rowsOf } from '../client.ts'
import { HOLD_COLUMNS, holdOf } from './hold-facts.ts'
import type { By } from './record-copy.ts'
import { holdChange, recordExpiredHold } from './record-hold.ts'

const PAGE = 100
const LINE = `SELECT ${HOLD_COLUMNS} FROM holds h LEFT JOIN readers d ON d.id = h.reader_id WHERE`

/** Holds whose day has come: each found by its own index, however many there were before. */
export function holdsOfTheNight(today: Day): Question<HoldFacts[]> {
  const due = (where: string): InStatement => ({ sql: `${LINE} ${where} LIMIT ${PAGE}`, args: [today] })
  return {
    statements: [
      due("h.state = 'waiting' AND h.shelf_until < ?"),
      due("h.state = 'queued' AND h.not_after IS NOT NULL AND h.not_after < ?"),
      due("h.state = 'queued' AND h.wakes_on IS NOT NULL AND h.wakes_on <= ?"),
    ],
    read: (results) => {
      const rows = [0, 1, 2].flatMap((index) => rowsOf(results, index))
      return [...new Map(rows.map((row) => [Number(row.id), holdOf(row, 0)])).values()]
    },
  }
}

export function recordNightOfHold(night: NightOfHold, now: Date): InStatement[] {
  const { hold } = night
  const by = { staffId: null, branchId: hold.pickupBranchId, now }
  switch (night.turn) {
    case 'wakes':
      return recordAwake(hold, by)
    case 'shelf-moves':
      return recordMovedShelf(hold, night.shelfUntil, by)
    default:
      return recordExpiredHold(hold, night.turn, by)
  }
}

function recordAwake(hold: HoldFacts, by: By): InStatement[] {
  return [
    holdChange(hold, 'woken', by),
    { sql: 'UPDATE holds SET suspended_at = NULL, wakes_on = NULL, changes = ? WHERE id = ?', args: [hold.changes + 1, hold.id] },
  ]
}

function recordMovedShelf(hold: Pick<HoldFacts, 'id' | 'changes'>, shelfUntil: Day, by: By): InStatement[] {
  return [
    holdChange(hold, 'shelf-moved', by),
    { sql: 'UPDATE holds SET shelf_until = ?, changes = ? WHERE id = ?', args: [shelfUntil, hold.changes + 1, hold.id] },
  ]
}
