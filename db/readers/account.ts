import type { Row } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { listHolds } from '../circulation/list-holds.ts'
import { readerOfCard, standingFacts } from '../circulation/standing.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { readerRecord } from './reader-record.ts'
import { findConsentText } from './registration-facts.ts'

const OWNER = '(SELECT id FROM readers WHERE card = ?)'
/** The latest of a history that is kept. */
const SHOWN = 300

const LOAN = `SELECT l.id, l.due_on, l.lent_at, l.returned_at, l.renewals, l.on_site, l.branch_id, c.barcode, r.id AS record_id, r.title, r.author
  FROM loans l JOIN copies c ON c.id = l.copy_id JOIN records r ON r.id = c.record_id`

const loanOf = (row: Row) => ({
  id: Number(row.id),
  barcode: String(row.barcode),
  recordId: Number(row.record_id),
  title: String(row.title),
  author: row.author === null ? null : String(row.author),
  branchId: Number(row.branch_id),
  lentAt: String(row.lent_at),
  dueOn: String(row.due_on),
  renewals: Number(row.renewals),
  onSite: row.on_site === 1,
})

/** What is out, what is overdue first. */
function openLoans(card: string) {
  return {
    statements: [{ sql: `${LOAN} WHERE l.returned_at IS NULL AND l.reader_id = ${OWNER} ORDER BY l.due_on, l.id`, args: [card] }],
    read: (results) => rowsOf(results).map(loanOf),
  } satisfies Question<unknown>
}

/** What was given back and is kept because the reader asked for it (R80). */
function history(card: string) {
  return {
    statements: [
      {
        sql: `${LOAN} WHERE l.returned_at IS NOT NULL AND l.reader_id = (SELECT id FROM readers WHERE card = ? AND keeps_history = 1)
              ORDER BY l.returned_at DESC LIMIT ${SHOWN}`,
        args: [card],
      },
    ],
    read: (results) => rowsOf(results).map((row) => ({ ...loanOf(row), returnedAt: String(row.returned_at) })),
  } satisfies Question<unknown>
}

/** What the reader agreed to, and when. */
function consents(card: string) {
  return {
    statements: [
      {
        sql: `SELECT n.version, n.given_at, n.by_guarantor, x.kk, x.ru, x.en FROM consents n JOIN consent_texts x ON x.version = n.version
              WHERE n.reader_id = ${OWNER} ORDER BY n.version DESC`,
        args: [card],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        version: Number(row.version),
        givenAt: String(row.given_at),
        byGuarantor: row.by_guarantor === 1,
        kk: String(row.kk),
        ru: String(row.ru),
        en: row.en ? String(row.en) : null,
      })),
  } satisfies Question<unknown>
}

/** Everything that a reader's own page shows. */
export const findAccount = (card: string, today: Day) =>
  together({
    reader: readerRecord(card),
    loans: openLoans(card),
    holds: listHolds({ card }, today),
    standing: standingFacts(readerOfCard(card), today),
    history: history(card),
    consents: consents(card),
    consentText: findConsentText(),
  })

const EXPORTED = {
  reader: `SELECT card, name, category, birth_year, branch_id, registered_on, card_expires_on, blocked_reason, phone, email, notice_language,
    keeps_history, guarantor, guarantor_phone FROM readers WHERE id = ${OWNER}`,
  loans: `SELECT r.title, c.barcode, l.lent_at, l.due_on, l.renewals, l.returned_at, l.branch_id FROM loans l JOIN copies c ON c.id = l.copy_id
    JOIN records r ON r.id = c.record_id WHERE l.reader_id = ${OWNER} ORDER BY l.id`,
  holds: `SELECT r.title, h.state, h.placed_at, h.pickup_branch_id, h.not_after, h.shelf_until, h.closed_at FROM holds h
    JOIN records r ON r.id = h.record_id WHERE h.reader_id = ${OWNER} ORDER BY h.id`,
  consents: `SELECT n.version, n.given_at, n.by_guarantor, x.kk, x.ru, x.en FROM consents n JOIN consent_texts x ON x.version = n.version
    WHERE n.reader_id = ${OWNER} ORDER BY n.version`,
  registrations: `SELECT year, registered_on, branch_id, visits, last_visit_on FROM registrations WHERE reader_id = ${OWNER} ORDER BY year`,
  formerCards: `SELECT card, until_at FROM former_cards WHERE reader_id = ${OWNER} ORDER BY until_at`,
  notes: `SELECT text, made_at, removed_at FROM reader_notes WHERE reader_id = ${OWNER} ORDER BY id`,
  blocks: `SELECT kind, from_on, until_on, reason, made_at, lifted_at FROM reader_blocks WHERE reader_id = ${OWNER} ORDER BY id`,
  charges: `SELECT * FROM charges WHERE reader_id = ${OWNER} ORDER BY id`,
  notices: `SELECT kind, day, step, channel, made_at, settled_at, settled_as FROM notices WHERE reader_id = ${OWNER} ORDER BY id`,
  sessions: `SELECT started_at, expires_at FROM reader_sessions WHERE reader_id = ${OWNER} ORDER BY started_at`,
  passkeys: `SELECT device, made_at, used_at FROM passkeys WHERE reader_id = ${OWNER} ORDER BY made_at`,
}

/** Everything that the library has written down about the reader, by where it stands; no secrets: those are only hashes. */
export function exportOfReader(card: string): Question<Record<string, Record<string, unknown>[]>> {
  return {
    statements: Object.values(EXPORTED).map((sql) => ({ sql, args: [card] })),
    read: (results) =>
      Object.fromEntries(Object.keys(EXPORTED).map((name, index) => [name, rowsOf(results, index).map((row) => ({ ...row }))])),
  }
}
