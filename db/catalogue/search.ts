import type { Availability, Hit } from '../../worker/domain/catalogue/hit.ts'
import type { SearchQuery, Sort } from '../../worker/domain/catalogue/search-query.ts'
import { type Question, rowsOf } from '../client.ts'

export interface Found {
  hits: Hit[]
  total: number
}

const ORDER: Record<Sort, string> = {
  relevance: 'rank, r.title_sort, r.id',
  title: 'r.title_sort, r.id',
  author: 'r.author IS NULL, r.author, r.title_sort, r.id',
  year: 'r.year DESC, r.title_sort, r.id',
  newest: 'r.added_at DESC, r.id DESC',
}

const LENDABLE = 'c.on_site_only = 0 AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.copy_id = c.id AND l.returned_at IS NULL)'

const STEM_LENGTH_TO_EXTEND = 4

/** Every term is quoted: what a reader types can never be FTS5 syntax. */
function matchOf(terms: string[][]): string {
  const alternative = (term: string) => (term.length >= STEM_LENGTH_TO_EXTEND ? `"${term}"*` : `"${term}"`)
  return terms.map((alternatives) => `(${alternatives.map(alternative).join(' OR ')})`).join(' AND ')
}

export function search(query: SearchQuery): Question<Found> {
  const { terms, branch, language, available, sort, offset, limit } = query
  const here = branch === null ? '' : ' AND c.branch_id = :branch'
  const copies = `FROM copies c WHERE c.record_id = r.id AND c.withdrawn_on IS NULL${here}`
  const match = matchOf(terms)
  const where = [
    match ? 'catalogue_index MATCH :match' : 'TRUE',
    language === null ? 'TRUE' : 'r.language = :language',
    available ? `EXISTS (SELECT 1 ${copies} AND ${LENDABLE})` : branch === null ? 'TRUE' : `EXISTS (SELECT 1 ${copies})`,
  ].join(' AND ')
  const source = match ? 'catalogue_index JOIN records r ON r.id = catalogue_index.rowid' : 'records r'
  const rank = match ? 'bm25(catalogue_index, 10, 5, 3, 1)' : '-r.id'
  const args = {
    ...(match ? { match } : {}),
    ...(language === null ? {} : { language }),
  }
  const withBranch = branch === null ? args : { ...args, branch }
  return {
    statements: [
      {
        sql: `SELECT r.id, r.title, r.author, r.year, r.language, r.shelfmark, ${rank} AS rank,
                (SELECT count(*) ${copies}) AS total, (SELECT count(*) ${copies} AND ${LENDABLE}) AS available
              FROM ${source} WHERE ${where} ORDER BY ${ORDER[sort]} LIMIT :limit OFFSET :offset`,
        args: { ...withBranch, limit, offset },
      },
      { sql: `SELECT count(*) AS total FROM ${source} WHERE ${where}`, args: withBranch },
    ],
    read: (results) => ({
      hits: rowsOf(results).map((row) => ({
        id: Number(row.id),
        title: String(row.title),
        author: row.author === null ? null : String(row.author),
        year: row.year === null ? null : Number(row.year),
        language: String(row.language),
        shelfmark: row.shelfmark === null ? null : String(row.shelfmark),
        copies: { total: Number(row.total), available: Number(row.available) },
      })),
      total: Number(rowsOf(results, 1)[0]?.total),
    }),
  }
}

/** Copies and those that can be had now, of each record, everywhere or at one branch. */
export function availability(records: number[], branch: number | null): Question<Availability[]> {
  return {
    statements: [
      {
        sql: `SELECT r.value AS id, count(c.id) AS total, coalesce(sum(${LENDABLE}), 0) AS available
              FROM json_each(?) r LEFT JOIN copies c ON c.record_id = r.value AND c.withdrawn_on IS NULL AND (? IS NULL OR c.branch_id = ?) GROUP BY r.value`,
        args: [JSON.stringify(records), branch, branch],
      },
    ],
    read: (results) => rowsOf(results).map((row) => ({ id: Number(row.id), total: Number(row.total), available: Number(row.available) })),
  }
}
