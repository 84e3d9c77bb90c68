import type { InStatement } from '@libsql/client/http'
import { LEVEL_BITS, RANGE_BITS, RANGE_LEVELS } from '../../worker/domain/catalogue/index/filter-tokens.ts'

export function recordAuthorSorts(sorts: [id: number, sort: string][]): InStatement {
  return {
    sql: 'UPDATE records SET author_sort = value ->> 1 FROM json_each(?) WHERE records.id = value ->> 0',
    args: [JSON.stringify(sorts)],
  }
}

/** Empties the index and counts anew what its order rests on: loans since `since`, and the ranges of the sorts. */
export function recordEmptyIndex(since: string, countedTo: string): InStatement[] {
  return [
    "INSERT INTO catalogue_index (catalogue_index) VALUES ('delete-all')",
    'DELETE FROM index_lines',
    'DELETE FROM index_facets',
    'DELETE FROM index_samples',
    'DELETE FROM popularity',
    {
      sql: `INSERT INTO popularity SELECT record_id, sum(quantity), ? FROM journal
            WHERE day >= ? AND deed = 'loan' AND record_id IS NOT NULL GROUP BY record_id`,
      args: [countedTo, since],
    },
    'DELETE FROM sort_ranges',
    ...sortRanges('title', 'title_sort'),
    ...sortRanges('author', 'author_sort'),
  ]
}

function sortRanges(sort: 'title' | 'author', key: string): InStatement[] {
  const size = 2 ** RANGE_BITS
  return [
    {
      sql: `INSERT INTO sort_ranges SELECT ?, 0, min(n) / ${size}, ${key} FROM
              (SELECT ${key}, row_number() OVER (ORDER BY ${key}, id) - 1 AS n FROM records) WHERE n % ${size} = 0 AND n > 0 AND ${key} <> '' GROUP BY ${key}`,
      args: [sort],
    },
    { sql: "INSERT INTO sort_ranges VALUES (?, 0, 0, '')", args: [sort] },
    ...Array.from({ length: RANGE_LEVELS - 1 }, (_, above) => ({
      sql: `INSERT INTO sort_ranges SELECT ?, ?, number >> ${LEVEL_BITS * (above + 1)}, min(from_key) FROM sort_ranges
            WHERE sort = ? AND level = 0 GROUP BY number >> ${LEVEL_BITS * (above + 1)}`,
      args: [sort, above + 1, sort],
    })),
  ]
}

const SAMPLES = 6
/** Samples begin a third into their range: the start of a range holds the most wanted, who are not like the rest. */
const SAMPLE_START = 0.35

/** Cuts the index into ranges of about equally many records, from which large results are estimated. */
export function recordSamples(): InStatement[] {
  return [
    'DELETE FROM index_samples',
    {
      sql: `INSERT INTO index_samples
            SELECT number, min(place), max(place), min(CASE WHEN within >= ${SAMPLE_START} THEN place END), count(*) FROM (
              SELECT place, n * ${SAMPLES} / total AS number, n * ${SAMPLES} * 1.0 / total - n * ${SAMPLES} / total AS within
              FROM (SELECT place, row_number() OVER (ORDER BY place) - 1 AS n, count(*) OVER () AS total FROM index_lines)
            ) GROUP BY number`,
      args: [],
    },
  ]
}
