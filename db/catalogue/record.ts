import type { Row } from '@libsql/client/http'
import { type Question, rowsOf } from '../client.ts'
import { storedDescription } from './description.ts'

type Status = 'available' | 'on-loan' | 'on-site-only' | 'in-transit' | 'set-aside' | 'not-available'

const text = (value: unknown) => (value === null || value === undefined ? null : String(value))

const MOST_EDITIONS = 30

/** A record with the other editions of its work and its copies by branch, as they stand now. */
export function findRecord(id: number) {
  return {
    statements: [
      { sql: 'SELECT * FROM records WHERE id = ?', args: [id] },
      {
        sql: `SELECT c.barcode, c.inventory_number, c.location, c.shelfmark, c.on_site_only, l.due_on, w.place, i.kind AS mark,
                b.id, b.code, b.name_kk, b.name_ru, b.name_en
              FROM copies c JOIN branches b ON b.id = c.holding_branch_id LEFT JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL
              LEFT JOIN copy_whereabouts w ON w.copy_id = c.id LEFT JOIN copy_incidents i ON i.copy_id = c.id AND i.closed_at IS NULL
              WHERE c.record_id = ? AND c.withdrawn_on IS NULL ORDER BY b.id, c.id`,
        args: [id],
      },
      {
        sql: `SELECT r.id, r.title, r.language, r.year FROM work_records w JOIN work_records o ON o.work_id = w.work_id
                JOIN records r ON r.id = o.record_id
              WHERE w.record_id = ? AND o.record_id <> w.record_id ORDER BY r.language, r.year DESC, r.id LIMIT ${MOST_EDITIONS}`,
        args: [id],
      },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      if (!row) return undefined
      const description = storedDescription(row)
      const copies = rowsOf(results, 1).map((copy) => ({
        branch: {
          id: Number(copy.id),
          code: String(copy.code),
          nameKk: String(copy.name_kk),
          nameRu: String(copy.name_ru),
          nameEn: String(copy.name_en),
        },
        copy: {
          barcode: String(copy.barcode),
          inventoryNumber: text(copy.inventory_number),
          location: text(copy.location),
          shelfmark: text(copy.shelfmark ?? row.shelfmark),
          onSiteOnly: copy.on_site_only === 1,
          status: statusOf(copy),
          dueOn: text(copy.due_on),
        },
      }))
      return {
        id: Number(row.id),
        title: String(row.title),
        author: text(row.author),
        year: row.year === null ? null : Number(row.year),
        language: String(row.language),
        shelfmark: text(row.shelfmark),
        kind: description.kind,
        description,
        otherEditions: rowsOf(results, 2).map((edition) => ({
          id: Number(edition.id),
          title: String(edition.title),
          language: String(edition.language),
          year: edition.year === null ? null : Number(edition.year),
        })),
        branches: [...Map.groupBy(copies, ({ branch }) => branch.id).values()].flatMap((here) => {
          const branch = here[0]?.branch
          const own = here.map(({ copy }) => copy)
          return branch
            ? [{ branch, total: own.length, available: own.filter(({ status }) => status === 'available').length, copies: own }]
            : []
        }),
      }
    },
  } satisfies Question<unknown>
}

/** What a reader may know: not for whom a copy is set aside, nor what became of one that cannot be had. */
function statusOf({ mark, place, on_site_only }: Row): Status {
  if (mark !== null) return 'not-available'
  if (place === 'on-loan' || place === 'in-transit') return place
  if (place === 'hold-shelf') return 'set-aside'
  return on_site_only === 1 ? 'on-site-only' : 'available'
}
