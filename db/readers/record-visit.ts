import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../../worker/domain/calendar.ts'
import type { By } from '../circulation/record-copy.ts'
import { journalLine } from '../journal.ts'

/** A visit is counted for the branch; whose it was only adds to a number in the reader's form. */
export function recordVisit({ reader, quantity }: { reader?: string | undefined; quantity: number }, by: By): InStatement[] {
  const day = dayOf(by.now)
  const came = {
    sql: `UPDATE registrations SET visits = visits + 1, last_visit_on = ?
          WHERE year = ? AND reader_id = (SELECT id FROM readers WHERE card = ?)`,
    args: [day, Number(day.slice(0, 4)), reader ?? ''],
  }
  return [...(reader ? [came] : []), journalLine({ ...by, deed: 'visit', quantity })]
}
