import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../../worker/domain/calendar.ts'
import type { MergedReaders } from '../../worker/domain/readers/merge-readers.ts'
import type { ReRegistered } from '../../worker/domain/readers/re-register-reader.ts'
import type { ReaderRecord } from '../../worker/domain/readers/reader-record.ts'
import type { NewReader } from '../../worker/domain/readers/register-reader.ts'
import type { By } from '../circulation/record-copy.ts'
import { journalLine } from '../journal.ts'

const BY_CARD = '(SELECT id FROM readers WHERE card = ?)'

export function recordReader(reader: NewReader, branchId: number, by: By): InStatement[] {
  const today = dayOf(by.now)
  const { card, name, category, birthYear, phone, email, language, guarantor, guarantorPhone, cardExpiresOn } = reader
  return [
    {
      sql: `INSERT INTO readers (card, name, category, birth_year, branch_id, registered_on, card_expires_on, phone, email, notice_language, guarantor, guarantor_phone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [card, name, category, birthYear, branchId, today, cardExpiresOn, phone, email, language, guarantor, guarantorPhone],
    },
    {
      sql: `INSERT INTO consents (reader_id, version, given_at, by_guarantor, staff_id) VALUES (${BY_CARD}, ?, ?, ?, ?)`,
      args: [card, reader.consentVersion, by.now.toISOString(), reader.consentByGuarantor ? 1 : 0, by.staffId],
    },
    {
      sql: `INSERT INTO registrations (reader_id, year, registered_on, branch_id, staff_id) VALUES (${BY_CARD}, ?, ?, ?, ?)`,
      args: [card, Number(today.slice(0, 4)), today, branchId, by.staffId],
    },
    journalLine({ ...by, deed: 'reader-registered', reader }),
  ]
}

export function recordReRegistration({ reader, year, cardExpiresOn, counts, consentVersion }: ReRegistered, by: By): InStatement[] {
  return [
    readerChange(reader, 're-registered', by),
    { sql: 'UPDATE readers SET card_expires_on = ?, changes = ? WHERE id = ?', args: [cardExpiresOn, reader.changes + 1, reader.id] },
    ...(consentVersion === undefined
      ? []
      : [
          {
            sql: 'INSERT INTO consents (reader_id, version, given_at, staff_id) VALUES (?, ?, ?, ?)',
            args: [reader.id, consentVersion, by.now.toISOString(), by.staffId],
          },
        ]),
    ...(counts
      ? [
          {
            sql: 'INSERT INTO registrations (reader_id, year, registered_on, branch_id, staff_id) VALUES (?, ?, ?, ?, ?)',
            args: [reader.id, year, dayOf(by.now), by.branchId, by.staffId],
          },
          journalLine({ ...by, deed: 'reader-re-registered', reader }),
        ]
      : [journalLine({ ...by, deed: 'reader-changed' })]),
  ]
}

/** The reader agrees to the text as it reads now; once is enough. */
export function recordConsent(reader: ReaderRecord, version: number, by: By): InStatement[] {
  return [
    {
      sql: 'INSERT OR IGNORE INTO consents (reader_id, version, given_at, staff_id) VALUES (?, ?, ?, ?)',
      args: [reader.id, version, by.now.toISOString(), by.staffId],
    },
    journalLine({ ...by, deed: 'reader-changed' }),
  ]
}

/** Whoever no longer wishes a history is forgotten the next night. */
export function recordChangedReader(reader: ReaderRecord, by: By): InStatement[] {
  return [...updateReader(reader, 'changed', by), journalLine({ ...by, deed: 'reader-changed' })]
}

function updateReader(reader: ReaderRecord, deed: string, by: By): InStatement[] {
  const { id, name, category, birthYear, branchId, phone, email, language, guarantor, guarantorPhone, keepsHistory, cardExpiresOn } = reader
  return [
    readerChange(reader, deed, by),
    {
      sql: `UPDATE readers SET name = ?, category = ?, birth_year = ?, branch_id = ?, phone = ?, email = ?, notice_language = ?, guarantor = ?,
              guarantor_phone = ?, keeps_history = ?, card_expires_on = ?, changes = ? WHERE id = ?`,
      args: [
        name,
        category,
        birthYear,
        branchId,
        phone,
        email,
        language,
        guarantor,
        guarantorPhone,
        keepsHistory ? 1 : 0,
        cardExpiresOn,
        reader.changes + 1,
        id,
      ],
    },
    ...(keepsHistory ? [] : [{ sql: 'UPDATE loans SET kept = 0 WHERE reader_id = ? AND kept = 1', args: [id] }]),
  ]
}

/** Another number on a new card; the lost one opens nothing any more. */
export function recordReplacedCard(reader: ReaderRecord, card: string, by: By): InStatement[] {
  return [
    readerChange(reader, 'card-replaced', by),
    { sql: 'INSERT INTO former_cards VALUES (?, ?, ?)', args: [reader.card, reader.id, by.now.toISOString()] },
    { sql: 'UPDATE readers SET card = ?, changes = ? WHERE id = ?', args: [card, reader.changes + 1, reader.id] },
    journalLine({ ...by, deed: 'card-replaced' }),
  ]
}

/**
 * The loans and holds of the form that goes are numbered after those of the one that stays, so that none shares a number; a
 * desk that lends to either of them meanwhile breaks on one and looks again.
 */
export function recordMergedReaders({ kept, gone }: MergedReaders, by: By): InStatement[] {
  const at = by.now.toISOString()
  const moved = (table: string, made: string) => ({
    sql: `UPDATE ${table} SET reader_ordinal = reader_ordinal + (SELECT ${made} FROM readers WHERE id = ?), reader_id = ? WHERE reader_id = ?`,
    args: [kept.id, kept.id, gone.id],
  })
  const handedOver = (table: string) => ({ sql: `UPDATE ${table} SET reader_id = ? WHERE reader_id = ?`, args: [kept.id, gone.id] })
  const joined = (table: string) => [
    { sql: `UPDATE OR IGNORE ${table} SET reader_id = ? WHERE reader_id = ?`, args: [kept.id, gone.id] },
    { sql: `DELETE FROM ${table} WHERE reader_id = ?`, args: [gone.id] },
  ]
  return [
    moved('loans', 'loans_made'),
    moved('holds', 'holds_made'),
    ...['reader_blocks', 'charges', 'notices', 'reader_notes', 'former_cards'].map(handedOver),
    {
      sql: `UPDATE registrations SET visits = visits + coalesce((SELECT o.visits FROM registrations o WHERE o.reader_id = ? AND o.year = registrations.year), 0),
              last_visit_on = max(coalesce(last_visit_on, ''), coalesce((SELECT o.last_visit_on FROM registrations o WHERE o.reader_id = ? AND o.year = registrations.year), ''))
            WHERE reader_id = ?`,
      args: [gone.id, gone.id, kept.id],
    },
    ...joined('registrations'),
    ...joined('consents'),
    { sql: 'DELETE FROM reader_sessions WHERE reader_id = ?', args: [gone.id] },
    { sql: 'DELETE FROM passkeys WHERE reader_id = ?', args: [gone.id] },
    {
      sql: `UPDATE readers SET (loans_made, holds_made, claims_made) = (SELECT readers.loans_made + o.loans_made, readers.holds_made + o.holds_made,
              readers.claims_made + o.claims_made FROM readers o WHERE o.id = ?) WHERE id = ?`,
      args: [gone.id, kept.id],
    },
    { sql: 'INSERT INTO former_cards VALUES (?, ?, ?)', args: [gone.card, kept.id, at] },
    readerChange(gone, 'merged', by),
    {
      sql: `UPDATE readers SET card = 'merged ' || id, name = '', phone = NULL, email = NULL, guarantor = NULL, guarantor_phone = NULL, birth_year = NULL,
              merged_into_id = ?, changes = ? WHERE id = ?`,
      args: [kept.id, gone.changes + 1, gone.id],
    },
    ...updateReader(kept, 'merged', by),
    journalLine({ ...by, deed: 'readers-merged' }),
  ]
}

export function recordNote(reader: ReaderRecord, text: string, by: By): InStatement[] {
  return [
    {
      sql: 'INSERT INTO reader_notes (reader_id, text, made_at, made_by) VALUES (?, ?, ?, ?)',
      args: [reader.id, text, by.now.toISOString(), by.staffId],
    },
    journalLine({ ...by, deed: 'reader-changed' }),
  ]
}

export function recordNoteRemoved(id: number, by: By): InStatement[] {
  return [
    { sql: 'UPDATE reader_notes SET removed_at = ?, removed_by = ? WHERE id = ?', args: [by.now.toISOString(), by.staffId, id] },
    journalLine({ ...by, deed: 'reader-changed' }),
  ]
}

function readerChange({ id, changes }: ReaderRecord, deed: string, { branchId, now, staffId }: By): InStatement {
  return {
    sql: 'INSERT INTO reader_changes VALUES (?, ?, ?, ?, ?, ?)',
    args: [id, changes + 1, deed, branchId, now.toISOString(), staffId],
  }
}
