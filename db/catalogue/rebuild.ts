import type { InStatement } from '@libsql/client/http'
import { LEVEL_BITS, RANGE_BITS, RANGE_LEVELS } from '../../worker/domain/catalogue/index/filter-tokens.ts'
import { type Question, rowsOf } from '../client.ts'
import { EXACT, SAMPLES, SMALL } from './search-matches.ts'

/** Records whose author was never sorted, after this one. */
export function listUnsorted(afterId: number, limit: number): Question<{ id: number; author: string; titleSort: string }[]> {
  return {
    statements: [
      { sql: "SELECT id, author, title_sort FROM records WHERE id > ? AND author_sort = '' ORDER BY id LIMIT ?", args: [afterId, limit] },
    ],
    read: (results) =>
      rowsOf(results).map(({ id, author, title_sort }) => ({
        id: Number(id),
        author: String(author ?? ''),
        titleSort: String(title_sort),
      })),
  }
}

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
    'DELETE FROM spellings',
    'DELETE FROM completions',
    'DELETE FROM popularity',
    'DELETE FROM index_stale',
    {
      sql: `INSERT INTO popularity SELECT record_id, sum(quantity) FROM journal
            WHERE day BETWEEN ? AND ? AND deed = 'loan' AND record_id IS NOT NULL GROUP BY record_id`,
      args: [since, countedTo],
    },
    { sql: 'UPDATE popularity_counted SET to_day = ?', args: [countedTo] },
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

/** Samples are of the middle of their range: its start holds the most wanted, who are not like the rest, and its whole may be dear to walk. */
const SAMPLED = { from: 0.35, to: 0.7 }

const setting = (name: string, value: number) => `INSERT INTO catalogue_index (catalogue_index, rank) VALUES ('${name}', ${value})`

/** Little is merged until all is written. */
export const BUILT_AT_ONCE = [setting('automerge', 0), setting('crisismerge', 500), setting('hashsize', 2 ** 25)]

const PAGES_A_STEP = 4_000

/** One segment instead of many: smaller, and faster to read. In so many steps that none takes more than a second or two. */
export function mergedIndex(): Question<InStatement[]> {
  return {
    statements: ['SELECT count(*) AS pages FROM catalogue_index_data'],
    read: (results) => {
      const steps = Math.ceil(Number(rowsOf(results)[0]?.pages) / PAGES_A_STEP) + 1
      return [
        ...Array.from({ length: steps }, () => setting('merge', -PAGES_A_STEP)),
        setting('automerge', 4),
        setting('crisismerge', 16),
        setting('hashsize', 2 ** 20),
      ]
    },
  }
}

/** Counts the ranks of the index and cuts it into ranges of about equally many records, from which large results are estimated. */
export function recordSamples(): InStatement[] {
  return [
    'DELETE FROM index_ranks',
    `INSERT INTO index_ranks SELECT place, n FROM (SELECT place, row_number() OVER (ORDER BY place) - 1 AS n FROM index_facets) WHERE n % 64 = 0`,
    'DELETE FROM index_samples',
    `INSERT INTO index_samples (number, sample_from, rank_from, sample_to, rank_to, records)
     SELECT number, min(place), min(n), max(place), max(n) + 1, iif(total > ${SMALL}, total / ${SAMPLES}.0, count(*))
     FROM (SELECT place, n, total, n * ${SAMPLES} / total AS number, n * ${SAMPLES}.0 / total AS part
       FROM (SELECT place, row_number() OVER (ORDER BY place) - 1 AS n, (SELECT count(*) FROM index_facets) AS total FROM index_facets))
     WHERE total > ${EXACT} AND (total <= ${SMALL} OR part - number BETWEEN ${SAMPLED.from} AND ${SAMPLED.to}) GROUP BY number`,
  ]
}

/** Whether the catalogue has outgrown the ranges that estimates rest on. */
export function samplesAreOutgrown(): Question<boolean> {
  return {
    statements: [`SELECT (SELECT count(*) FROM records) > 1.05 * (SELECT coalesce(sum(records), ${EXACT}) FROM index_samples) AS outgrown`],
    read: (results) => Number(rowsOf(results)[0]?.outgrown) === 1,
  }
}

/** A migration may leave records that are not in the index. */
export function indexIsMissing(): Question<boolean> {
  return {
    statements: ['SELECT EXISTS (SELECT 1 FROM records) AND NOT EXISTS (SELECT 1 FROM index_lines) AS missing'],
    read: (results) => Number(rowsOf(results)[0]?.missing) === 1,
  }
}
