import type { Client } from '@libsql/client/http'
import { copyBarcode } from '../../worker/domain/identifiers.ts'
import { BRANCHES } from './branches.ts'
import { bulkInsert } from './bulk-insert.ts'
import type { History } from './history.ts'
import type { InventedCopy } from './invented-copies.ts'
import type { Reader, StaffMember } from './people.ts'
import { LOANS_UNDER_POLICY, writeCalendars, writePolicy } from './policy.ts'

/** Branches and policies may be there already: a new database brings its own. */
export async function writeBranchesAndPolicies(client: Client): Promise<void> {
  await client.batch(
    [
      ...BRANCHES.map(({ id, code, nameKk, nameRu, nameEn, address, phone }) => ({
        sql: 'INSERT OR IGNORE INTO branches (id, code, name_kk, name_ru, name_en, address, phone) VALUES (?, ?, ?, ?, ?, ?, ?)',
        args: [id, code, nameKk, nameRu, nameEn, address, phone],
      })),
    ],
    'write',
  )
  await writePolicy(client)
  await writeCalendars(client)
}

export async function writeStaff(client: Client, staff: readonly StaffMember[], passwordHash: string): Promise<void> {
  const columns = ['id', 'login', 'name', 'role', 'branch_id', 'password']
  const rows = staff.map(({ id, login, name, role, branchId }) => [id, login, name, role, branchId, passwordHash])
  await bulkInsert(client, 'staff', columns, rows)
}

/** Each reader for the year in which the card was last good for another year. */
const REGISTERED = `INSERT INTO registrations (reader_id, year, registered_on, branch_id)
  SELECT id, CAST(substr(day, 1, 4) AS INTEGER), day, branch_id
  FROM (SELECT id, branch_id, max(registered_on, date(card_expires_on, '-365 days')) AS day FROM readers)`

export async function writeReaders(client: Client, readers: readonly Reader[], pinHash: string | null): Promise<void> {
  const columns = ['id', 'card', 'name', 'category', 'birth_year', 'branch_id', 'registered_on', 'card_expires_on', 'blocked_reason', 'pin']
  const rows = readers.map((reader) => [
    reader.id,
    reader.card,
    reader.name,
    reader.category,
    reader.birthYear,
    reader.branchId,
    reader.registeredOn,
    reader.cardExpiresOn,
    reader.blockedReason,
    pinHash,
  ])
  await bulkInsert(client, 'readers', columns, rows)
  await client.execute(REGISTERED)
}

export async function writeCopies(client: Client, copies: readonly InventedCopy[]): Promise<void> {
  const columns = ['id', 'record_id', 'branch_id', 'barcode', 'inventory_number', 'shelfmark', 'price', 'on_site_only']
  const rows = copies.map(({ id, recordId, branchId, inventoryNumber, shelfmark, price, onSiteOnly }) => [
    id,
    recordId,
    branchId,
    copyBarcode(id),
    inventoryNumber,
    shelfmark,
    price,
    onSiteOnly ? 1 : 0,
  ])
  await bulkInsert(client, 'copies', columns, rows)
}

const LOAN_COLUMNS = [
  'id',
  'copy_id',
  'reader_id',
  'reader_ordinal',
  'branch_id',
  'lent_at',
  'due_on',
  'renewals',
  'returned_at',
  'returned_branch_id',
]
const JOURNAL_COLUMNS = [
  'at',
  'day',
  'deed',
  'staff_id',
  'branch_id',
  'language',
  'content_group',
  'reader_category',
  'age_band',
  'loan_id',
  'copy_id',
  'record_id',
  'quantity',
  'kind',
  'first_of_year',
  'by_hand',
  'amount',
]

export async function writeHistory(client: Client, { loans, changes, journal }: History): Promise<void> {
  const loanRows = loans.map((loan) => [
    loan.id,
    loan.copyId,
    loan.readerId,
    loan.readerOrdinal,
    loan.branchId,
    loan.lentAt,
    loan.dueOn,
    loan.renewals,
    loan.returnedAt,
    loan.returnedBranchId,
  ])
  const changeRows = changes.map(({ loanId, ordinal, deed, at, staffId }) => [loanId, ordinal, deed, at, staffId])
  const copyOf = new Map(loans.map(({ id, copyId }) => [id, copyId]))
  const journalRows = journal.map((line) => [
    line.at,
    line.day,
    line.deed,
    line.staffId,
    line.branchId,
    line.language,
    line.contentGroup,
    line.readerCategory,
    line.ageBand,
    line.loanId,
    line.loanId === null ? null : (copyOf.get(line.loanId) ?? null),
    line.recordId,
    line.quantity,
    line.kind,
    line.firstOfYear ? 1 : 0,
    line.byHand ? 1 : 0,
    line.amount,
  ])
  await bulkInsert(client, 'loans', LOAN_COLUMNS, loanRows)
  await client.execute(LOANS_UNDER_POLICY)
  await bulkInsert(client, 'loan_changes', ['loan_id', 'ordinal', 'deed', 'at', 'staff_id'], changeRows)
  await bulkInsert(client, 'journal', JOURNAL_COLUMNS, journalRows)
  await client.execute(
    `UPDATE readers SET loans_made = made.loans, active_in = made.year
     FROM (SELECT reader_id, max(reader_ordinal) AS loans, max(substr(lent_at, 1, 4)) + 0 AS year FROM loans GROUP BY reader_id) AS made WHERE made.reader_id = readers.id`,
  )
}
