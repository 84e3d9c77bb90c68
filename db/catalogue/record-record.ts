import type { InStatement } from '@libsql/client/http'
import type { CopyDescription, Description } from '../../worker/domain/catalogue/record.ts'
import { indexText } from '../../worker/domain/catalogue/text/analyse.ts'

export interface RecordRow {
  id: number
  identity: string
  description: Description
  shelfmark: string | undefined
  contentGroup: string
  titleSort: string
  at: string
}

const text = (parts: (string | undefined)[]) => indexText(parts.filter(Boolean).join(' | '))

/** The record and its index row, new or changed, in the same batch: a search never lags behind the catalogue. */
export function recordRecord({ id, identity, description: d, shelfmark, contentGroup, titleSort, at }: RecordRow): InStatement[] {
  return [
    {
      sql: `INSERT INTO records (id, identity, title, author, year, language, shelfmark, content_group, kind, title_sort, description, added_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, author = excluded.author, year = excluded.year,
              language = excluded.language, shelfmark = excluded.shelfmark, content_group = excluded.content_group, kind = excluded.kind,
              title_sort = excluded.title_sort, description = excluded.description, changed_at = excluded.changed_at`,
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
        JSON.stringify(d),
        at,
        at,
      ],
    },
    {
      sql: 'INSERT OR REPLACE INTO catalogue_index (rowid, title, author, subject, note) VALUES (?, ?, ?, ?, ?)',
      args: [
        id,
        text([d.title, d.subtitle, d.part, ...d.parallelTitles]),
        text([d.author, d.responsibility, ...d.contributors.map(({ name }) => name)]),
        text([...d.subjects, ...d.keywords, ...d.classes.map(({ value }) => value)]),
        text([...d.series, ...d.notes, d.abstract, d.publisher, d.year?.toString(), ...d.isbns, ...d.issns]),
      ],
    },
  ]
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
