import type { InStatement, Row } from '@libsql/client/http'
import { type Day, dayOf } from '../../worker/domain/calendar.ts'
import type { CopyFacts, OpenLoan, ReaderFacts } from '../../worker/domain/circulation/facts.ts'
import { type Question, rowsOf } from '../client.ts'

const COPY = `SELECT c.id, c.barcode, c.record_id, c.branch_id, c.on_site_only, c.withdrawn_on, r.title, r.author, r.language, r.content_group
  FROM copies c JOIN records r ON r.id = c.record_id WHERE c.barcode = ?`
const OPEN_LOAN = `SELECT l.id, l.due_on, l.renewals, l.reader_id, l.lent_at, l.on_site, c.price
  FROM copies c JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL WHERE c.barcode = ?`
const READER = `SELECT d.*, EXISTS (SELECT 1 FROM reader_blocks b WHERE b.reader_id = d.id AND b.lifted_at IS NULL AND b.until_on IS NULL)
    OR EXISTS (SELECT 1 FROM reader_blocks b WHERE b.reader_id = d.id AND b.lifted_at IS NULL AND b.until_on >= ? AND b.kind = 'by-hand') AS blocked
  FROM readers d`

function copyOf(row: Row | undefined): CopyFacts | undefined {
  return (
    row && {
      id: Number(row.id),
      barcode: String(row.barcode),
      recordId: Number(row.record_id),
      title: String(row.title),
      author: row.author === null ? null : String(row.author),
      language: String(row.language),
      contentGroup: String(row.content_group),
      homeBranchId: Number(row.branch_id),
      onSiteOnly: row.on_site_only === 1,
      withdrawn: row.withdrawn_on !== null,
    }
  )
}

function loanOf(row: Row | undefined): OpenLoan | undefined {
  return (
    row && {
      id: Number(row.id),
      dueOn: String(row.due_on),
      renewals: Number(row.renewals),
      readerId: Number(row.reader_id),
      lentOn: dayOf(new Date(String(row.lent_at))),
      onSite: row.on_site === 1,
      price: row.price === null ? null : Number(row.price),
    }
  )
}

function readerOf(row: Row | undefined): ReaderFacts | undefined {
  return (
    row && {
      id: Number(row.id),
      card: String(row.card),
      name: String(row.name),
      category: String(row.category),
      birthYear: row.birth_year === null ? null : Number(row.birth_year),
      cardExpiresOn: String(row.card_expires_on),
      blocked: row.blocked_reason !== null || row.blocked === 1,
      loansMade: Number(row.loans_made),
    }
  )
}

export interface DeskFacts {
  copy: CopyFacts | undefined
  openLoan: OpenLoan | undefined
  reader: ReaderFacts | undefined
}

/** What the desk asks about a barcode: the copy, its open loan, and the reader that this statement finds. */
function deskFacts(barcode: string, reader: InStatement): Question<DeskFacts> {
  return {
    statements: [{ sql: COPY, args: [barcode] }, { sql: OPEN_LOAN, args: [barcode] }, reader],
    read: (results) => ({
      copy: copyOf(rowsOf(results, 0)[0]),
      openLoan: loanOf(rowsOf(results, 1)[0]),
      reader: readerOf(rowsOf(results, 2)[0]),
    }),
  }
}

export const copyByBarcode = (barcode: string): Question<CopyFacts | undefined> => ({
  statements: [{ sql: COPY, args: [barcode] }],
  read: (results) => copyOf(rowsOf(results)[0]),
})

/** The copy, its loan if it has one, and the owner of the card. */
export function cardFacts(card: string, barcode: string, today: Day): Question<DeskFacts> {
  return deskFacts(barcode, { sql: `${READER} WHERE d.card = ?`, args: [today, card] })
}

/** The copy, its loan, and the reader who has it. */
export function openLoanFacts(barcode: string, today: Day): Question<DeskFacts> {
  const holder = '(SELECT reader_id FROM loans WHERE returned_at IS NULL AND copy_id = (SELECT id FROM copies WHERE barcode = ?))'
  return deskFacts(barcode, { sql: `${READER} WHERE d.id = ${holder}`, args: [today, barcode] })
}
