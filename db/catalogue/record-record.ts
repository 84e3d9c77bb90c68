import type { InStatement } from '@libsql/client/http'
import type { CopyDescription, Description } from '../../worker/domain/catalogue/record.ts'

export interface RecordRow {
  id: number
  identity: string
  description: Description
  shelfmark: string | undefined
  contentGroup: string
  titleSort: string
  authorSort: string
  at: string
}

/** The record itself, new or changed; its index rows belong in the same batch, so that a search never lags behind. */
export function recordRecord({ id, identity, description: d, shelfmark, contentGroup, titleSort, authorSort, at }: RecordRow): InStatement {
  return {
    sql: `INSERT INTO records (id, identity, title, author, year, language, shelfmark, content_group, kind, title_sort, author_sort, description, added_at, changed_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET title = excluded.title, author = excluded.author, year = excluded.year,
            language = excluded.language, shelfmark = excluded.shelfmark, content_group = excluded.content_group, kind = excluded.kind,
            title_sort = excluded.title_sort, author_sort = excluded.author_sort, description = excluded.description, changed_at = excluded.changed_at`,
    args: [
      id,
      identity,
      d.title,
      d.author ?? null,
      d.year ?? null,
      d.language,
      shelfmark ?? null,
      contentGroup,
      d.kind,
      titleSort,
      authorSort,
      JSON.stringify(d),
      at,
      at,
    ],
  }
}

export interface OriginalRow {
  hash: string
  recordId: number
  format: string
  encoding: string
  dialect: string
  bytes: Uint8Array
  at: string
}

export function recordOriginal({ hash, recordId, format, encoding, dialect, bytes, at }: OriginalRow): InStatement {
  return { sql: 'INSERT INTO record_originals VALUES (?, ?, ?, ?, ?, ?, ?)', args: [hash, recordId, format, encoding, dialect, bytes, at] }
}

export function recordCopy(copy: CopyDescription & { id: number; recordId: number; branchId: number; barcode: string }): InStatement {
  return {
    sql: 'INSERT INTO copies (id, record_id, branch_id, barcode, inventory_number, location, shelfmark, price, on_site_only) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    args: [
      copy.id,
      copy.recordId,
      copy.branchId,
      copy.barcode,
      copy.inventoryNumber ?? null,
      copy.location ?? null,
      copy.shelfmark ?? null,
      copy.price ?? null,
      copy.onSiteOnly ? 1 : 0,
    ],
  }
}
