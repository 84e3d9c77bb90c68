import type { Row } from '@libsql/client/http'
import type { HitKeys } from '../../worker/domain/catalogue/explain.ts'
import type { Hit } from '../../worker/domain/catalogue/hit.ts'
import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'

/** A hit with what explains it and what the next page begins after. */
export interface FoundHit extends Hit {
  place: number
  keys: HitKeys
}

type Line = [title: string, author: string | null, year: number | null, language: string, shelfmark: string | null]

/** The lines of the places in `h`, with the copies there are now. The union's other arms take the same columns. */
export function hitsSql({ branches }: SearchPlan): string {
  const ids = branches.map(Number).join(', ')
  const copies = (column: string) =>
    branches.length === 0
      ? `x.${column}`
      : `(SELECT coalesce(sum(s.${column}), 0) FROM stock s WHERE s.record_id = d.record_id AND s.branch_id IN (${ids}))`
  return `SELECT 'hit' AS kind, d.record_id AS a, ${copies('copies')} AS b, ${copies('on_shelf')} AS c, NULL AS d, d.place AS e,
      json_array(x.title, x.author, x.year, x.language, x.shelfmark) AS f, d.title_keys AS g, d.author_keys AS i, d.topic_keys AS j
    FROM h CROSS JOIN index_lines d ON d.place = h.r CROSS JOIN records x ON x.id = d.record_id`
}

export function foundHit(row: Row): FoundHit {
  const [title, author, year, language, shelfmark]: Line = JSON.parse(String(row.f))
  return {
    id: Number(row.a),
    title,
    author,
    year,
    language,
    shelfmark,
    copies: { total: Number(row.b), available: Number(row.c) },
    place: Number(row.e),
    keys: { title: String(row.g), author: String(row.i), topic: String(row.j) },
  }
}
