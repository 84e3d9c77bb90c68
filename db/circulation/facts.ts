import type { InStatement, Row } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { CopyFacts, LoanFacts, Policy, ReaderFacts } from '../../worker/domain/circulation/facts.ts'
import { type Question, rowsOf } from '../client.ts'

const COPY = `SELECT c.id, c.barcode, c.record_id, c.branch_id, c.on_site_only, c.withdrawn_on, r.title, r.author, r.language, r.content_group
  FROM copies c JOIN records r ON r.id = c.record_id WHERE c.barcode = ?`
const OPEN_LOAN = 'SELECT id, due_on, renewals FROM loans WHERE returned_at IS NULL AND copy_id = (SELECT id FROM copies WHERE barcode = ?)'
const READER = `SELECT d.*, p.max_loans, p.loan_days, p.max_renewals,
    (SELECT count(*) FROM loans l WHERE l.reader_id = d.id AND l.returned_at IS NULL) AS open_loans,
    (SELECT count(*) FROM loans l WHERE l.reader_id = d.id AND l.returned_at IS NULL AND l.due_on < ?) AS overdue_loans
  FROM readers d LEFT JOIN policies p ON p.category = d.category`

/** A category without a policy may borrow nothing (R2). */
const NOTHING: Policy = { maxLoans: 0, loanDays: 0, maxRenewals: 0 }

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

function loanOf(row: Row | undefined): LoanFacts | undefined {
  return row && { id: Number(row.id), dueOn: String(row.due_on), renewals: Number(row.renewals) }
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
      blocked: row.blocked_reason !== null,
      loansMade: Number(row.loans_made),
      openLoans: Number(row.open_loans),
      overdueLoans: Number(row.overdue_loans),
    }
  )
}

function policyOf(row: Row | undefined): Policy {
  if (!row || row.max_loans === null) return NOTHING
  return { maxLoans: Number(row.max_loans), loanDays: Number(row.loan_days), maxRenewals: Number(row.max_renewals) }
}

/** What the desk asks about a barcode: the copy, its open loan, and the reader that this statement finds with the policy that holds. */
function deskFacts(barcode: string, reader: InStatement) {
  return {
    statements: [{ sql: COPY, args: [barcode] }, { sql: OPEN_LOAN, args: [barcode] }, reader],
    read: (results) => ({
      copy: copyOf(rowsOf(results, 0)[0]),
      openLoan: loanOf(rowsOf(results, 1)[0]),
      reader: readerOf(rowsOf(results, 2)[0]),
      policy: policyOf(rowsOf(results, 2)[0]),
    }),
  } satisfies Question<unknown>
}

/** Everything that a check-out asks: the reader is the owner of the card. */
export function checkOutFacts(card: string, barcode: string, today: Day) {
  return deskFacts(barcode, { sql: `${READER} WHERE d.card = ?`, args: [today, card] })
}

/** Everything that a return or a renewal asks: the reader is the one who has the copy. */
export function openLoanFacts(barcode: string, today: Day) {
  const holder = '(SELECT reader_id FROM loans WHERE returned_at IS NULL AND copy_id = (SELECT id FROM copies WHERE barcode = ?))'
  return deskFacts(barcode, { sql: `${READER} WHERE d.id = ${holder}`, args: [today, barcode] })
}
