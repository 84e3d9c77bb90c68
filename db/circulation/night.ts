import { addDays, type Day } from '../../worker/domain/calendar.ts'
import { type Question, rowsOf } from '../client.ts'

export interface DueLoan {
  id: number
  dueOn: Day
  barcode: string
}

/** A loan of the last page: the next page begins after it. */
export type After = Pick<DueLoan, 'id' | 'dueOn'>

const OPEN = 'SELECT l.id, l.due_on, c.barcode FROM loans l JOIN copies c ON c.id = l.copy_id WHERE l.returned_at IS NULL'

/** Does any policy renew by itself? */
export function renewsByItself(): Question<boolean> {
  return {
    statements: ["SELECT EXISTS (SELECT 1 FROM policy_rules WHERE terms ->> 'autoRenew' = 1) AS any_rule"],
    read: (results) => rowsOf(results)[0]?.any_rule === 1,
  }
}

/** The loans due on this day, a page at a time, each found in the index. */
export function listDueLoans(day: Day, after: After | undefined, page: number): Question<DueLoan[]> {
  return {
    statements: [
      { sql: `${OPEN} AND l.due_on = ? AND l.id > ? AND l.on_site = 0 ORDER BY l.id LIMIT ?`, args: [day, after?.id ?? 0, page] },
    ],
    read: (results) => rowsOf(results).map(dueLoanOf),
  }
}

/** From how many days overdue to how many a book becomes lost, by all policies that a loan was made under. */
export function lostAfter(): Question<{ least: number; most: number } | undefined> {
  return {
    statements: ["SELECT min(terms ->> 'lostAfterDays') AS least, max(terms ->> 'lostAfterDays') AS most FROM policy_rules"],
    read: (results) => {
      const row = rowsOf(results)[0]
      return row?.least === null || row === undefined ? undefined : { least: Number(row.least), most: Number(row.most) }
    },
  }
}

/** So many nights may be missed before a book is forgotten. */
const MISSED_NIGHTS = 30

/** The loans that may become lost today: not those that are marked already. */
export function listLongOverdue(
  today: Day,
  { least, most }: { least: number; most: number },
  after: After | undefined,
  page: number,
): Question<DueLoan[]> {
  const from = after ?? { dueOn: addDays(today, -most - MISSED_NIGHTS), id: 0 }
  return {
    statements: [
      {
        sql: `${OPEN} AND (l.due_on, l.id) > (?, ?) AND l.due_on <= ? AND NOT EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = l.copy_id AND i.closed_at IS NULL AND i.kind <> 'damaged')
              ORDER BY l.due_on, l.id LIMIT ?`,
        args: [from.dueOn, from.id, addDays(today, -least), page],
      },
    ],
    read: (results) => rowsOf(results).map(dueLoanOf),
  }
}

const dueLoanOf = (row: Record<string, unknown>): DueLoan => ({
  id: Number(row.id),
  dueOn: String(row.due_on),
  barcode: String(row.barcode),
})
