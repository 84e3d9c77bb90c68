import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../worker/domain/calendar.ts'
import type { CopyFacts, ReaderFacts } from '../worker/domain/circulation/facts.ts'
import { ageBand } from '../worker/domain/statistics/age-band.ts'

/** `on-site-use`: read here and not lent (R40). */
type JournalDeed =
  | 'loan'
  | 'on-site-loan'
  | 'return'
  | 'renewal'
  | 'visit'
  | 'on-site-use'
  | 'hold'
  | 'hold-changed'
  | 'hold-cancelled'
  | 'hold-expired'
  | 'hold-set-aside'
  | 'hold-filled'
  | 'transfer-asked'
  | 'transfer-sent'
  | 'transfer-received'
  | 'transfer-cancelled'
  | 'copy-marked'
  | 'copy-mark-lifted'
  | 'copy-edited'
  | 'copy-relocated'
  | 'policy-drafted'
  | 'policy-changed'
  | 'policy-put-in-force'
  | 'calendar-changed'
  | 'branch-closed'
  | 'reader-blocked'
  | 'block-lifted'
  | 'charge-settled'
  | 'notices-printed'
  | 'reader-changed'
  | 'reader-registered'
  | 'reader-re-registered'
  | 'card-replaced'
  | 'readers-merged'
  | 'reference-question'

export interface Deed {
  deed: JournalDeed
  /** Null: nobody's deed, the night's. */
  staffId: number | null
  /** Null: of the whole system. */
  branchId: number | null
  /** When it was done. */
  now: Date
  /** When the library heard of it, if a desk without a line told it later. */
  recordedAt?: Date
  copy?: CopyFacts
  /** Without a copy: the title it is about. */
  recordId?: number
  reader?: Pick<ReaderFacts, 'category' | 'birthYear'> | undefined
  loanId?: number
  quantity?: number
  detail?: object
}

/** A day that is closed stays as it was counted: what is told after that counts on the day it is told. */
const DAY_OR_TODAY = 'CASE WHEN EXISTS (SELECT 1 FROM closed_days WHERE day = ?) THEN ? ELSE ? END'

/** Who did what, where, to what kind of book, for what kind of reader: never for whom. */
export function journalLine({
  deed,
  staffId,
  branchId,
  now,
  copy,
  reader,
  loanId,
  recordId,
  quantity = 1,
  recordedAt,
  ...line
}: Deed): InStatement {
  const detail = recordedAt ? { ...line.detail, recordedAt: recordedAt.toISOString() } : line.detail
  const day = dayOf(now)
  return {
    sql: `INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, reader_category, age_band, loan_id, record_id, quantity, detail)
          VALUES (?, ${recordedAt ? DAY_OR_TODAY : '?'}, ?, ?, ?, ?, ?, ?, ?, ${loanId === undefined && copy ? '(SELECT id FROM loans WHERE returned_at IS NULL AND copy_id = ?)' : '?'}, ?, ?, ?)`,
    args: [
      now.toISOString(),
      ...(recordedAt ? [day, dayOf(recordedAt), day] : [day]),
      deed,
      staffId,
      branchId,
      copy?.language ?? 'und',
      copy?.contentGroup ?? null,
      reader?.category ?? null,
      reader ? ageBand(reader.birthYear, Number(day.slice(0, 4))) : null,
      loanId ?? copy?.id ?? null,
      copy?.recordId ?? recordId ?? null,
      quantity,
      detail ? JSON.stringify(detail) : null,
    ],
  }
}
