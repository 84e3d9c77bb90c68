import type { InStatement } from '@libsql/client/http'
import { LEVEL_BITS, newestRanges, RANGE_LEVELS, rangePrefix, yearRange } from '../../worker/domain/catalogue/index/filter-tokens.ts'
import { type IndexEntry, SECOND_KIND } from '../../worker/domain/catalogue/index/index-entry.ts'
import { recordNews } from './generation.ts'
import { recordSpellings } from './spelling.ts'

export interface IndexRow {
  entry: IndexEntry
  titleSort: string
  authorSort: string
}

/** The tokens of the ranges in which a sort key stands. */
function rangesOf(sort: 'title' | 'author', key: string): string {
  const tokens = Array.from({ length: RANGE_LEVELS }, (_, level) => `' ${rangePrefix(sort, level)}' || (number >> ${level * LEVEL_BITS})`)
  return `coalesce((SELECT ${tokens.join(' || ')} FROM sort_ranges
    WHERE sort = '${sort}' AND level = 0 AND from_key <= ${key} ORDER BY from_key DESC LIMIT 1), '')`
}

const WORDS = ['title', 'author', 'series', 'subject', 'note', 'shelfmark'] as const
const INSERT_WORDS = `INSERT INTO catalogue_index (rowid, ${WORDS.join(', ')}, filter)
  SELECT value ->> 0, ${WORDS.map((_, place) => `value ->> ${place + 1}`).join(', ')},
    value ->> 7 || ${rangesOf('title', '(value ->> 8)')} || ${rangesOf('author', '(value ->> 9)')} FROM json_each(?)`

/** Puts records into the index that are not in it; their stock must be counted before. `before` is what was taken out of it for them. */
export function recordIndex(rows: IndexRow[], before: Pick<IndexRow, 'entry'>[]): InStatement[] {
  return rows.length === 0 ? [] : [...recordIndexQuietly(rows), ...recordNews([...before, ...rows].map(({ entry }) => entry))]
}

/** The same for records that are as they were: no answer kept is touched by it. */
export function recordIndexQuietly(rows: IndexRow[]): InStatement[] {
  return [...recordIndexRows(rows), ...recordSpellings(rows.flatMap(({ entry }) => entry.words))]
}

/** The same without making their words known to the correction. FTS5 writes rows that come in the order of their places at once. */
export function recordIndexRows(unordered: IndexRow[]): InStatement[] {
  if (unordered.length === 0) return []
  const rows = unordered.toSorted((a, b) => a.entry.place - b.entry.place)
  const entries = rows.map(({ entry }) => entry)
  const lines = entries.map(({ place, recordId, titleKeys, authorKeys, topicKeys, spelling }) => [
    place,
    recordId,
    titleKeys,
    authorKeys,
    topicKeys,
    spelling,
  ])
  const facets = entries.map(({ place, recordId, facets: row, headings }) => [place, recordId, row, headings])
  const words = rows.map(({ entry: { place, columns }, titleSort, authorSort }) => [
    place,
    ...WORDS.map((name) => columns[name]),
    columns.filter,
    titleSort,
    authorSort,
  ])
  const ranges = new Set(
    entries.flatMap(({ recordId, year }) => [
      `["year",0,${yearRange(year)}]`,
      ...newestRanges(recordId).map((number, level) => `["newest",${level},${number}]`),
    ]),
  )
  return [
    {
      sql: `INSERT OR IGNORE INTO sort_ranges SELECT value ->> 0, value ->> 1, value ->> 2, '' FROM json_each(?)`,
      args: [`[${[...ranges].join()}]`],
    },
    {
      // `| key key |`: where the title without its subtitle ends.
      sql: `INSERT INTO index_lines (place, record_id, mark, main_end, title_keys, author_keys, topic_keys, spelling)
            SELECT value ->> 0, value ->> 1, instr(value ->> 2, '${SECOND_KIND}'), instr(value ->> 2, ' |'),
              value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
      args: [JSON.stringify(lines)],
    },
    {
      sql: `INSERT INTO index_facets (place, facets, headings, on_shelf)
            SELECT value ->> 0, value ->> 2, value ->> 3,
              (SELECT coalesce(sum(1 << (s.branch_id - 1)), 0) FROM stock s WHERE s.record_id = value ->> 1 AND s.on_shelf > 0) FROM json_each(?)`,
      args: [JSON.stringify(facets)],
    },
    { sql: INSERT_WORDS, args: [JSON.stringify(words)] },
  ]
}

/** Takes records out of the index, wherever they stand in it. */
export function forgetIndex(recordIds: number[]): InStatement[] {
  if (recordIds.length === 0) return []
  const args = [JSON.stringify(recordIds)]
  const ids = '(SELECT value FROM json_each(?))'
  const places = `(SELECT place FROM index_lines WHERE record_id IN ${ids})`
  return [
    { sql: `DELETE FROM catalogue_index WHERE rowid IN ${places}`, args },
    { sql: `DELETE FROM index_facets WHERE place IN ${places}`, args },
    { sql: `DELETE FROM index_lines WHERE record_id IN ${ids}`, args },
  ]
}
