import type { InStatement, Row } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { Exhibition } from '../../worker/domain/outreach/exhibition.ts'
import { numberOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'

export interface KnownExhibition extends Exhibition {
  id: number
}

interface By {
  staffId: number
  now: Date
}

/** As many as a page shows. */
const MOST = 50

/** What is shown now or will be, the first to end first. */
export function listExhibitions(today: Day): Question<KnownExhibition[]> {
  return {
    statements: [
      { sql: `SELECT * FROM exhibitions WHERE removed_at IS NULL AND to_on >= ? ORDER BY to_on, id LIMIT ${MOST}`, args: [today] },
    ],
    read: (results) => rowsOf(results).map(exhibitionOf),
  }
}

export function findExhibition(id: number): Question<KnownExhibition | undefined> {
  return {
    statements: [{ sql: 'SELECT * FROM exhibitions WHERE id = ? AND removed_at IS NULL', args: [id] }],
    read: (results) => rowsOf(results).map(exhibitionOf)[0],
  }
}

export function recordExhibition({ titleKk, titleRu, titleEn, branchId, from, to }: Exhibition, { staffId, now }: By): InStatement[] {
  return [
    {
      sql: `INSERT INTO exhibitions (title_kk, title_ru, title_en, branch_id, from_on, to_on, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [titleKk, titleRu, titleEn, branchId, from, to, now.toISOString(), staffId],
    },
    journalLine({ deed: 'exhibition-announced', staffId, branchId, now, detail: { titleKk, from, to } }),
  ]
}

export function recordChangedExhibition(id: number, { titleKk, titleRu, titleEn, branchId, from, to }: Exhibition, by: By): InStatement[] {
  return [
    {
      sql: 'UPDATE exhibitions SET title_kk = ?, title_ru = ?, title_en = ?, branch_id = ?, from_on = ?, to_on = ? WHERE id = ?',
      args: [titleKk, titleRu, titleEn, branchId, from, to, id],
    },
    journalLine({ ...by, deed: 'exhibition-changed', branchId, detail: { id, titleKk, from, to } }),
  ]
}

export function recordRemovedExhibition({ id, titleKk, branchId }: KnownExhibition, by: By): InStatement[] {
  return [
    { sql: 'UPDATE exhibitions SET removed_at = ? WHERE id = ?', args: [by.now.toISOString(), id] },
    journalLine({ ...by, deed: 'exhibition-removed', branchId, detail: { id, titleKk } }),
  ]
}

function exhibitionOf(row: Row): KnownExhibition {
  return {
    id: Number(row.id),
    titleKk: String(row.title_kk),
    titleRu: String(row.title_ru),
    titleEn: String(row.title_en),
    branchId: numberOrNull(row.branch_id),
    from: String(row.from_on),
    to: String(row.to_on),
  }
}
