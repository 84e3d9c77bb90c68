import type { Day } from '../../worker/domain/calendar.ts'
import { textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf, together } from '../client.ts'

const OWNER = '(SELECT id FROM readers WHERE card = ?)'

/** What is out. */
function listLoansOfReader(card: string, today: Day) {
  return {
    statements: [
      {
        sql: `SELECT l.id, l.due_on, l.lent_at, c.barcode, r.title FROM loans l JOIN copies c ON c.id = l.copy_id JOIN records r ON r.id = c.record_id
              WHERE l.returned_at IS NULL AND l.reader_id = ${OWNER} ORDER BY l.due_on, l.id`,
        args: [card],
      },
    ],
    read: (results) =>
      rowsOf(results).map((loan) => ({
        id: Number(loan.id),
        barcode: String(loan.barcode),
        title: String(loan.title),
        dueOn: String(loan.due_on),
        lentAt: String(loan.lent_at),
        overdue: String(loan.due_on) < today,
      })),
  } satisfies Question<unknown>
}

/** Why the owner of a card was blocked in the library before this one, if so. */
function oldBlock(card: string): Question<string | null> {
  return {
    statements: [{ sql: 'SELECT blocked_reason FROM readers WHERE card = ?', args: [card] }],
    read: (results) => textOrNull(rowsOf(results)[0]?.blocked_reason),
  }
}

/** The card that is good now, if this one was replaced or its form became part of another. */
function newCard(card: string): Question<string | null> {
  return {
    statements: [{ sql: 'SELECT card FROM readers WHERE id = (SELECT reader_id FROM former_cards WHERE card = ?)', args: [card] }],
    read: (results) => textOrNull(rowsOf(results)[0]?.card),
  }
}

/** How often the reader came this year, and what the desk noted. */
function visitsAndNotes(card: string, today: Day) {
  return {
    statements: [
      {
        sql: `SELECT visits, last_visit_on FROM registrations WHERE reader_id = ${OWNER} AND year = ?`,
        args: [card, Number(today.slice(0, 4))],
      },
      {
        sql: `SELECT n.id, n.text, n.made_at, s.name FROM reader_notes n LEFT JOIN staff s ON s.id = n.made_by
              WHERE n.removed_at IS NULL AND n.reader_id = ${OWNER} ORDER BY n.id DESC LIMIT 50`,
        args: [card],
      },
    ],
    read: (results) => ({
      visits: { thisYear: Number(rowsOf(results)[0]?.visits ?? 0), lastOn: textOrNull(rowsOf(results)[0]?.last_visit_on) || null },
      notes: rowsOf(results, 1).map((row) => ({
        id: Number(row.id),
        text: String(row.text),
        madeAt: String(row.made_at),
        by: textOrNull(row.name),
      })),
    }),
  } satisfies Question<unknown>
}

/** What else stands in the reader's form at the desk. */
export const findReaderForm = (card: string, today: Day) =>
  together({
    loans: listLoansOfReader(card, today),
    blockedReason: oldBlock(card),
    replacedBy: newCard(card),
    more: visitsAndNotes(card, today),
  })

export function noteIsOpen(card: string, id: number): Question<boolean> {
  return {
    statements: [{ sql: `SELECT 1 FROM reader_notes WHERE id = ? AND removed_at IS NULL AND reader_id = ${OWNER}`, args: [id, card] }],
    read: (results) => rowsOf(results).length > 0,
  }
}

/** Titles that the owners of both cards wait for. */
export function sharedHolds(one: string, other: string): Question<number> {
  return {
    statements: [
      {
        sql: `SELECT count(*) AS shared FROM holds a JOIN holds b ON b.record_id = a.record_id AND b.closed_at IS NULL AND b.reader_id = ${OWNER}
              WHERE a.closed_at IS NULL AND a.reader_id = ${OWNER}`,
        args: [one, other],
      },
    ],
    read: (results) => Number(rowsOf(results)[0]?.shared ?? 0),
  }
}
