import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../worker/domain/calendar.ts'
import type { CopyFacts, ReaderFacts } from '../worker/domain/circulation/facts.ts'
import type { JournalDeed } from '../worker/domain/staff/journal-deeds.ts'
import { ageBand, YOUNGER_THAN } from '../worker/domain/statistics/age-band.ts'

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
  /** Who told it, if another did it. */
  sentBy?: number | undefined
  copy?: CopyFacts
  /** Without a copy: the title it is about. */
  recordId?: number
  reader?: Pick<ReaderFacts, 'category' | 'birthYear'> | undefined
  /** Whose card was scanned, where nothing more is asked of them: their group is noted, who it is is not. */
  card?: string | undefined
  loanId?: number
  /** Who borrows: whether for the first time in this year is noted, who it is is not. */
  borrowerId?: number
  /** Without a title: what kind of event or paid service. */
  kind?: string
  quantity?: number
  /** Money taken in, in tiyn. */
  amount?: number
  detail?: object
}

const OPEN_LOAN = '(SELECT id FROM loans WHERE returned_at IS NULL AND copy_id = ?)'

const CATEGORY_OF_CARD = '(SELECT category FROM readers WHERE card = ?)'
const bandOfCard = (year: number) => {
  const bands = YOUNGER_THAN.map(([band, age]) => `WHEN birth_year > ${year - age} THEN '${band}'`)
  return `(SELECT CASE WHEN birth_year IS NULL THEN 'unknown' ${bands.join(' ')} ELSE 'senior' END FROM readers WHERE card = ?)`
}

/** Who did what, where, to what kind of book, for what kind of reader: never for whom. */
export function journalLine(line: Deed): InStatement {
  const {
    deed,
    staffId,
    branchId,
    now,
    copy,
    reader,
    loanId,
    borrowerId,
    recordId,
    kind,
    quantity = 1,
    amount,
    recordedAt,
    sentBy,
    card,
  } = line
  const told = { ...line.detail, recordedAt: recordedAt?.toISOString(), sentBy }
  const detail = Object.values(told).some((each) => each !== undefined) ? told : undefined
  const day = dayOf(now)
  const year = Number(day.slice(0, 4))
  const record = copy?.recordId ?? recordId ?? null
  return {
    sql: `INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, reader_category, age_band, loan_id, record_id,
            copy_id, kind, first_of_year, quantity, amount, detail)
          VALUES (?, ?, ?, ?, ?, ?, ?, ${card === undefined ? '?, ?' : `${CATEGORY_OF_CARD}, ${bandOfCard(year)}`}, ${loanId === undefined && copy ? OPEN_LOAN : '?'}, ?, ?,
            ${kind === undefined ? '(SELECT kind FROM records WHERE id = ?)' : '?'},
            (SELECT count(*) FROM readers WHERE id = ? AND coalesce(active_in, 0) < ?), ?, ?, ?)`,
    args: [
      now.toISOString(),
      day,
      deed,
      staffId,
      branchId,
      copy?.language ?? 'und',
      copy?.contentGroup ?? null,
      card ?? reader?.category ?? null,
      card ?? (reader ? ageBand(reader.birthYear, year) : null),
      loanId ?? copy?.id ?? null,
      record,
      copy?.id ?? null,
      kind ?? record,
      borrowerId ?? null,
      year,
      quantity,
      amount ?? null,
      detail ? JSON.stringify(detail) : null,
    ],
  }
}
