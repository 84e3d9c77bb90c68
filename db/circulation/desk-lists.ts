import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import { type DueDays, dueDays, type ListedCopyLine, type ListedReader, type ListPage } from '../../worker/domain/circulation/desk-list.ts'
import { READER_CATEGORIES } from '../../worker/domain/readers/reader-form.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { calendarFacts } from './calendar.ts'
import { policyForBooks } from './policy.ts'

const LINES_ON_A_PAGE = 4_000
/** The longest title that is worth a desk's disk. */
const LONGEST_TITLE = 60

/** All readers of the library: whoever comes to a desk may come from another branch. */
export function listReadersForDesk(after: number, now: Date): Question<ListPage<ListedReader>> {
  const today = dayOf(now)
  const open = 'FROM reader_blocks b WHERE b.reader_id = d.id AND b.lifted_at IS NULL'
  return {
    statements: [
      {
        sql: `SELECT d.id, d.card, d.name, d.category, d.card_expires_on,
                iif(d.blocked_reason IS NOT NULL OR EXISTS (SELECT 1 ${open} AND b.until_on IS NULL) OR EXISTS (SELECT 1 ${open} AND b.until_on >= ?), 'b', '')
                || iif(EXISTS (SELECT 1 FROM loans l WHERE l.reader_id = d.id AND l.returned_at IS NULL AND l.due_on < ?), 'o', '') AS marks
              FROM readers d WHERE d.id > ? AND d.merged_into_id IS NULL ORDER BY d.id LIMIT ${LINES_ON_A_PAGE}`,
        args: [today, today, after],
      },
    ],
    read: (results) => {
      const rows = rowsOf(results)
      return {
        lines: rows.map(({ card, name, category, card_expires_on, marks }) => [
          String(card),
          String(name),
          String(category),
          String(card_expires_on),
          String(marks),
        ]),
        next: rows.length < LINES_ON_A_PAGE ? null : Number(rows.at(-1)?.id),
      }
    },
  }
}

const COPY = `SELECT c.id, c.barcode, substr(r.title, 1, ${LONGEST_TITLE}) AS title,
    CASE w.place WHEN 'on-loan' THEN 'l' WHEN 'in-transit' THEN 't' WHEN 'hold-shelf' THEN 'a' ELSE '' END
    || iif(c.on_site_only = 1, 's', '') || iif(c.withdrawn_on IS NOT NULL, 'w', '')
    || iif(EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = c.id AND i.closed_at IS NULL), 'm', '') AS marks
  FROM copies c JOIN records r ON r.id = c.record_id LEFT JOIN copy_whereabouts w ON w.copy_id = c.id`

/** The copies of a branch, and on the last page also those of others that stand there. */
export function listCopiesForDesk(branch: number, after: number): Question<ListPage<ListedCopyLine>> {
  return {
    statements: [
      { sql: `${COPY} WHERE c.branch_id = ? AND c.id > ? ORDER BY c.id LIMIT ${LINES_ON_A_PAGE}`, args: [branch, after] },
      { sql: `${COPY} WHERE c.away_branch_id = ? LIMIT ${LINES_ON_A_PAGE}`, args: [branch] },
    ],
    read: (results) => {
      const own = rowsOf(results)
      const isLast = own.length < LINES_ON_A_PAGE
      return {
        lines: [...own, ...(isLast ? rowsOf(results, 1) : [])].map(({ barcode, title, marks }) => [
          String(barcode),
          String(title),
          String(marks),
        ]),
        next: isLast ? null : Number(own.at(-1)?.id),
      }
    },
  }
}

/** When a book that this branch lends in the next days is due, by category. */
export function dueDaysForDesk(branch: number, now: Date): Question<DueDays> {
  const today = dayOf(now)
  const question = together({
    calendar: calendarFacts(branch, today, addDays(today, 120)),
    policies: together(Object.fromEntries(READER_CATEGORIES.map((category) => [category, policyForBooks(category, branch, now)]))),
  })
  return {
    statements: question.statements,
    read: (results) => {
      const { calendar, policies } = question.read(results)
      return dueDays(policies, calendar, today)
    },
  }
}
