import type { InStatement } from '@libsql/client/http'
import { type HeadingKind, type ListedHeading, MOST_COUNTED } from '../../worker/domain/catalogue/listed-heading.ts'
import { textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'

export interface HeadingPage {
  headings: ListedHeading[]
  /** Where the next page begins; null at the end. */
  next: { sort: string; id: number } | null
}

const PAGE = 60
/** Headings that no title has, of an authority file, are passed over: so many are looked at for one page. */
const LOOKED_AT = 300

/** Headings in the order of the Kazakh alphabet, from here on. Reads at most 300 headings and 31 titles of each shown. */
export function listHeadings(kind: HeadingKind, from: { sort: string; id: number }): Question<HeadingPage> {
  return {
    statements: [
      {
        sql: `SELECT h.id, h.label, h.years, h.label_sort, EXISTS (SELECT 1 FROM record_headings r WHERE r.heading_id = h.id) AS used
              FROM headings h WHERE h.kind = ? AND (h.label_sort, h.id) > (?, ?) AND h.label_sort > '' ORDER BY h.label_sort, h.id LIMIT ${LOOKED_AT}`,
        args: [kind, from.sort, from.id],
      },
      {
        sql: `SELECT p.id, (SELECT count(*) FROM (SELECT 1 FROM record_headings r WHERE r.heading_id = p.id LIMIT ${MOST_COUNTED})) AS titles
              FROM (SELECT h.id FROM (SELECT id FROM headings WHERE kind = ? AND (label_sort, id) > (?, ?) AND label_sort > ''
                    ORDER BY label_sort, id LIMIT ${LOOKED_AT}) h
                    WHERE EXISTS (SELECT 1 FROM record_headings r WHERE r.heading_id = h.id) LIMIT ${PAGE}) p`,
        args: [kind, from.sort, from.id],
      },
    ],
    read: (results) => {
      const looked = rowsOf(results)
      const titles = new Map(rowsOf(results, 1).map((row) => [Number(row.id), Number(row.titles)]))
      const used = looked.filter((row) => row.used === 1)
      const shown = used.slice(0, PAGE)
      // A full page goes on after its last heading, one that ran out of what it may look at after the last one seen.
      const last = used.length > PAGE ? shown.at(-1) : looked.length === LOOKED_AT ? looked.at(-1) : undefined
      return {
        headings: shown.map((row) => ({
          id: Number(row.id),
          label: String(row.label),
          years: textOrNull(row.years),
          titles: titles.get(Number(row.id)) ?? 0,
        })),
        next: last ? { sort: String(last.label_sort), id: Number(last.id) } : null,
      }
    },
  }
}

/** Headings that stand in no order yet. */
export function listUnsortedHeadings(limit: number): Question<{ id: number; label: string }[]> {
  return {
    statements: [
      {
        sql: `SELECT id, label FROM headings WHERE kind IN ('author', 'subject') AND label_sort = '' LIMIT ?`,
        args: [limit],
      },
    ],
    read: (results) => rowsOf(results).map(({ id, label }) => ({ id: Number(id), label: String(label) })),
  }
}

export function recordHeadingOrder(sorted: { id: number; sort: string }[]): InStatement {
  return {
    sql: 'UPDATE headings SET label_sort = given.value ->> 1 FROM json_each(?) given WHERE headings.id = given.value ->> 0',
    args: [JSON.stringify(sorted.map(({ id, sort }) => [id, sort]))],
  }
}
