import type { Row } from '@libsql/client/http'
import type { HitKeys } from '../../worker/domain/catalogue/explain.ts'
import type { Hit } from '../../worker/domain/catalogue/hit.ts'
import { readFacetRow } from '../../worker/domain/catalogue/index/facet-row.ts'
import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'

/** A hit with what explains it and what the next page begins after. */
export interface FoundHit extends Hit {
  place: number
  range: number
  keys: HitKeys
}

/** The lines of the places in `h`, with the copies there are now. The union's other arms take the same columns. */
export function hitsSql({ branches }: SearchPlan): string {
  const here = branches.length > 0 ? ` AND s.branch_id IN (${branches.map(Number).join(', ')})` : ''
  const copies = (column: string) => `(SELECT coalesce(sum(s.${column}), 0) FROM stock s WHERE s.record_id = d.record_id${here})`
  return `SELECT 'hit' AS kind, d.record_id AS a, ${copies('copies')} AS b, ${copies('on_shelf')} AS c, f.facets AS d, d.place AS e,
      d.line AS line, d.title_keys AS title_keys, d.author_keys AS author_keys, h.range || '~' || d.topic_keys AS topic_keys
    FROM h CROSS JOIN index_lines d ON d.place = h.r CROSS JOIN index_facets f ON f.place = h.r`
}

export function foundHit(row: Row): FoundHit {
  const [title, year, shelfmark, author]: [string, number | null, string | null, string | null] = JSON.parse(String(row.line))
  const [range = '0', topic = ''] = String(row.topic_keys).split('~')
  return {
    id: Number(row.a),
    title,
    author,
    year,
    language: readFacetRow(String(row.d)).language,
    shelfmark,
    copies: { total: Number(row.b), available: Number(row.c) },
    place: Number(row.e),
    range: Number(range),
    keys: { title: String(row.title_keys), author: String(row.author_keys), topic },
  }
}
