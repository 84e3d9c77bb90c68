import type { Row } from '@libsql/client/http'
import type { HitKeys } from '../../worker/domain/catalogue/explain.ts'
import type { Hit } from '../../worker/domain/catalogue/hit.ts'
import type { SearchShape } from './search-shape.ts'

/** A hit with what explains it and what the next page begins after. */
export interface FoundHit extends Hit {
  place: number
  keys: HitKeys
}

type Packed = [
  id: number,
  copies: number,
  onShelf: number,
  place: number,
  title: string,
  author: string | null,
  year: number | null,
  language: string,
  shelfmark: string | null,
  titleKeys: string,
  authorKeys: string,
  topicKeys: string,
]

/**
 * The lines of the places in `h` in its order, with the copies there are now. A row is its kind and one text, as of the union's other
 * arms, and all hits are one: forty rows of a dozen columns would take longer on their way than to find.
 */
export function hitsSql({ branches }: SearchShape): string {
  const ids = branches.map(Number).join(', ')
  const copies = (column: string) =>
    branches.length === 0
      ? `x.${column}`
      : `(SELECT coalesce(sum(s.${column}), 0) FROM stock s WHERE s.record_id = d.record_id AND s.branch_id IN (${ids}))`
  return `SELECT 'hits' AS kind, json_group_array(json_array(d.record_id, ${copies('copies')}, ${copies('on_shelf')}, d.place,
      x.title, x.author, x.year, x.language, x.shelfmark, d.title_keys, d.author_keys, d.topic_keys)) AS packed
    FROM h CROSS JOIN index_lines d ON d.place = h.r CROSS JOIN records x ON x.id = d.record_id`
}

export function foundHits(rows: Row[]): FoundHit[] {
  const all: Packed[] = JSON.parse(String(rows.find(({ kind }) => kind === 'hits')?.packed ?? '[]'))
  return all.map(foundHit)
}

function foundHit(read: Packed): FoundHit {
  const [id, total, available, place, title, author, year, language, shelfmark, titleKeys, authorKeys, topicKeys] = read
  return {
    id,
    title,
    author,
    year,
    language,
    shelfmark,
    copies: { total, available },
    place,
    keys: { title: titleKeys, author: authorKeys, topic: topicKeys },
  }
}
