import type { InStatement } from '@libsql/client/http'
import type { ReaderContact } from '../../worker/domain/readers/change-reader.ts'
import { textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'

/** How the owner of this card is reached, and what they wish to be kept. */
export function contactFacts(card: string): Question<ReaderContact | undefined> {
  return {
    statements: [{ sql: 'SELECT id, email, phone, notice_language, keeps_history FROM readers WHERE card = ?', args: [card] }],
    read: (results) => {
      const row = rowsOf(results)[0]
      return (
        row && {
          id: Number(row.id),
          email: textOrNull(row.email),
          phone: textOrNull(row.phone),
          language: row.notice_language === 'ru' ? 'ru' : 'kk',
          keepsHistory: row.keeps_history === 1,
        }
      )
    },
  }
}

/** Whoever no longer wishes a history is forgotten the next night. */
export function recordContact(
  { id, email, phone, language, keepsHistory }: ReaderContact,
  by: { staffId: number; branchId: number | null; now: Date },
): InStatement[] {
  return [
    {
      sql: 'UPDATE readers SET email = ?, phone = ?, notice_language = ?, keeps_history = ? WHERE id = ?',
      args: [email, phone, language, keepsHistory ? 1 : 0, id],
    },
    ...(keepsHistory ? [] : [{ sql: 'UPDATE loans SET kept = 0 WHERE reader_id = ? AND kept = 1', args: [id] }]),
    journalLine({ ...by, deed: 'reader-changed' }),
  ]
}
