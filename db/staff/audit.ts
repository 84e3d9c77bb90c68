import type { Row } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { numberOrNull, textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'

/** Which deeds; `before` is the last line of the page before. */
export interface AuditQuery {
  staffId?: number | undefined
  deed?: string | undefined
  branchId?: number | undefined
  copyId?: number | undefined
  readerId?: number | undefined
  from: Day
  to: Day
  before?: { day: Day; id: number } | undefined
}

interface AuditLine {
  id: number
  at: string
  deed: string
  staff: string | null
  branchId: number | null
  /** The title, or the name of what was changed. */
  subject: string | null
  barcode: string | null
  /** Negative: taken back. */
  quantity: number
}

export interface AuditPage {
  lines: AuditLine[]
  /** `2026-11-23.1205`; null when all was looked through. */
  next: string | null
}

const AUDIT_PAGE = 50
/** So many lines are looked at for one page, however few of them fit. */
const LOOKED_AT = 2_000

type Arg = string | number

/** What the index finds: the narrowest first. What is left is looked for among its lines. */
function sourceOf({ copyId, readerId, staffId, deed }: AuditQuery): { index: string; where: string; args: Arg[] } {
  if (copyId !== undefined) return { index: 'journal_by_copy', where: 'copy_id = ?', args: [copyId] }
  if (readerId !== undefined)
    return { index: 'journal_by_loan', where: 'loan_id IN (SELECT id FROM loans WHERE reader_id = ?)', args: [readerId] }
  if (staffId !== undefined) return { index: 'journal_by_staff', where: 'staff_id = ?', args: [staffId] }
  if (deed !== undefined) return { index: 'journal_by_deed', where: 'deed = ?', args: [deed] }
  return { index: 'journal_by_day', where: "deed NOT IN ('search', 'unmet-search')", args: [] }
}

/** The deeds of the staff, the newest day first. */
export function listDeeds(query: AuditQuery): Question<AuditPage> {
  const { staffId, deed, branchId, from, to, before } = query
  const source = sourceOf(query)
  const last = before && before.day < to ? before.day : to
  const turn = before ? 'AND (day < ? OR id < ?)' : ''
  const sought = {
    sql: `SELECT id, day, staff_id, deed, branch_id FROM journal INDEXED BY ${source.index}
      WHERE ${source.where} AND day BETWEEN ? AND ? ${turn} ORDER BY day DESC, id DESC LIMIT ${LOOKED_AT}`,
    args: [...source.args, from, last, ...(before ? [before.day, before.id] : [])],
  }
  const left: [string, Arg | undefined][] = [
    ['s.staff_id = ?', staffId],
    ['s.deed = ?', deed],
    ['s.branch_id = ?', branchId],
  ]
  const wanted = left.flatMap(([where, arg]) => (arg === undefined ? [] : [{ where, arg }]))
  return {
    statements: [
      {
        sql: `WITH s AS (${sought.sql})
          SELECT s.id, s.day, s.deed, s.branch_id, j.at, j.quantity, j.detail, p.name AS staff, c.barcode, r.title
          FROM s JOIN journal j ON j.id = s.id LEFT JOIN staff p ON p.id = s.staff_id
          LEFT JOIN copies c ON c.id = j.copy_id LEFT JOIN records r ON r.id = j.record_id
          ${wanted.length > 0 ? `WHERE ${wanted.map(({ where }) => where).join(' AND ')}` : ''}
          ORDER BY s.day DESC, s.id DESC LIMIT ${AUDIT_PAGE + 1}`,
        args: [...sought.args, ...wanted.map(({ arg }) => arg)],
      },
      { sql: `SELECT day, id FROM (${sought.sql}) LIMIT 1 OFFSET ${LOOKED_AT - 1}`, args: sought.args },
    ],
    read: (results) => {
      const rows = rowsOf(results)
      const end = rows.length > AUDIT_PAGE ? rows[AUDIT_PAGE - 1] : rowsOf(results, 1)[0]
      return { lines: rows.slice(0, AUDIT_PAGE).map(lineOf), next: end ? `${end.day}.${end.id}` : null }
    },
  }
}

/** What a code on a card or a book stands for. */
export function auditedCode(code: string): Question<{ copyId?: number; readerId?: number } | undefined> {
  return {
    statements: [
      { sql: 'SELECT id FROM copies WHERE barcode = ?', args: [code] },
      { sql: 'SELECT id FROM readers WHERE card = ?', args: [code] },
    ],
    read: (results) => {
      const [copy] = rowsOf(results)
      const [reader] = rowsOf(results, 1)
      return copy ? { copyId: Number(copy.id) } : reader && { readerId: Number(reader.id) }
    },
  }
}

/** Everybody who ever worked here: what they did keeps their name. */
export function listAuditedStaff(): Question<{ id: number; name: string; hasLeft: boolean }[]> {
  return {
    statements: [{ sql: 'SELECT id, name, left_at FROM staff ORDER BY left_at IS NOT NULL, name', args: [] }],
    read: (results) => rowsOf(results).map((row) => ({ id: Number(row.id), name: String(row.name), hasLeft: row.left_at !== null })),
  }
}

function lineOf(row: Row): AuditLine {
  const detail: Record<string, unknown> = row.detail === null ? {} : JSON.parse(String(row.detail))
  const named = detail.name ?? detail.titleKk ?? detail.device ?? detail.barcode
  return {
    id: Number(row.id),
    at: String(row.at),
    deed: String(row.deed),
    staff: textOrNull(row.staff),
    branchId: numberOrNull(row.branch_id),
    subject: textOrNull(row.title ?? named),
    barcode: textOrNull(row.barcode),
    quantity: Number(row.quantity),
  }
}
