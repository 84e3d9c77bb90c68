import type { Row } from '@libsql/client/http'
import type { ReaderRules } from '../../worker/domain/readers/reader-form.ts'
import type { ReaderRecord } from '../../worker/domain/readers/reader-record.ts'
import { numberOrNull, textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'

const RECORD = `SELECT d.*, (SELECT max(year) FROM registrations g WHERE g.reader_id = d.id) AS registered_for,
    (SELECT max(version) FROM consents n WHERE n.reader_id = d.id) AS consent_version
  FROM readers d WHERE d.card = ?`

function recordOf(row: Row): ReaderRecord {
  return {
    id: Number(row.id),
    card: String(row.card),
    name: String(row.name),
    category: String(row.category),
    birthYear: numberOrNull(row.birth_year),
    phone: textOrNull(row.phone),
    email: textOrNull(row.email),
    language: row.notice_language === 'ru' ? 'ru' : 'kk',
    guarantor: textOrNull(row.guarantor),
    guarantorPhone: textOrNull(row.guarantor_phone),
    branchId: Number(row.branch_id),
    cardExpiresOn: String(row.card_expires_on),
    registeredOn: String(row.registered_on),
    keepsHistory: row.keeps_history === 1,
    registeredFor: numberOrNull(row.registered_for),
    consentVersion: numberOrNull(row.consent_version),
    changes: Number(row.changes),
  }
}

/** The owner of this card as the library keeps them. */
export function readerRecord(card: string): Question<ReaderRecord | undefined> {
  return { statements: [{ sql: RECORD, args: [card] }], read: (results) => rowsOf(results).map(recordOf)[0] }
}

export function readerRules(): Question<ReaderRules> {
  return {
    statements: ['SELECT guarantor_under_age, card_days FROM reader_settings'],
    read: (results) => {
      const row = rowsOf(results)[0]
      return { guarantorUnderAge: Number(row?.guarantor_under_age ?? 16), cardDays: Number(row?.card_days ?? 365) }
    },
  }
}
