import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../../worker/domain/calendar.ts'
import type { By } from '../circulation/record-copy.ts'
import { journalLine } from '../journal.ts'

interface Visit {
  /** Whose card was scanned. */
  reader?: string | undefined
  quantity: number
  undo?: true
}

/** A visit is counted for the branch, with the group of whose card was scanned; whose it was only adds to a number in the reader's form. */
export function recordVisit({ reader, quantity, undo }: Visit, by: By): InStatement[] {
  const day = dayOf(by.now)
  const came = {
    sql: `UPDATE registrations SET visits = max(0, visits + ?), last_visit_on = ?
          WHERE year = ? AND reader_id = (SELECT id FROM readers WHERE card = ?)`,
    args: [quantity, day, Number(day.slice(0, 4)), reader ?? ''],
  }
  return [...(reader ? [came] : []), journalLine({ ...by, deed: 'visit', quantity, card: reader, ...(undo ? { detail: { undo } } : {}) })]
}
