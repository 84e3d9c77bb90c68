import type { OtherNames } from '../../worker/domain/catalogue/headings/named-record.ts'
import type { Description } from '../../worker/domain/catalogue/record.ts'
import { type Question, rowsOf } from '../client.ts'

/** What the index needs to know of a record. */
export interface IndexFacts {
  id: number
  description: Description
  shelfmark: string | undefined
  contentGroup: string
  titleSort: string
  authorSort: string
  addedAt: string
  branches: number[]
  /** That have no copy any more. */
  formerBranches: number[]
  loans: number
  otherNames: OtherNames
}

const NAMES = `SELECT json_group_array(json_object('kind', h.kind, 'label', h.label,
    'names', (SELECT json_group_array(n.name) FROM heading_names n WHERE n.heading_id = h.id)) ORDER BY rh.ordinal)
  FROM record_headings rh JOIN headings h ON h.id = rh.heading_id WHERE rh.record_id = r.id`
const TITLES = `SELECT json_group_array(t.title) FROM work_records w JOIN work_titles t ON t.work_id = w.work_id WHERE w.record_id = r.id`

/** What the place of a record in the index rests on. */
export type PlaceFacts = Pick<IndexFacts, 'id' | 'addedAt' | 'loans'>

/** A page of records after this one, in the order of their numbers. */
export function listPlaceFacts(afterId: number, limit: number): Question<PlaceFacts[]> {
  return {
    statements: [
      {
        sql: `SELECT r.id, r.added_at, coalesce(p.loans, 0) AS loans FROM records r LEFT JOIN popularity p ON p.record_id = r.id
              WHERE r.id > ? ORDER BY r.id LIMIT ?`,
        args: [afterId, limit],
      },
    ],
    read: (results) => rowsOf(results).map((row) => ({ id: Number(row.id), addedAt: String(row.added_at), loans: Number(row.loans) })),
  }
}

/** Of these records, in no order. */
export function indexFactsOf(recordIds: number[]): Question<IndexFacts[]> {
  return {
    statements: [
      {
        sql: `SELECT r.id, r.description, r.shelfmark, r.content_group, r.title_sort, r.author_sort, r.added_at, coalesce(p.loans, 0) AS loans,
                (SELECT group_concat(s.branch_id) FILTER (WHERE s.copies > 0) FROM stock s WHERE s.record_id = r.id) AS branches,
                (SELECT group_concat(s.branch_id) FILTER (WHERE s.copies = 0) FROM stock s WHERE s.record_id = r.id) AS former_branches,
                (${NAMES}) AS names, (${TITLES}) AS titles
              FROM records r LEFT JOIN popularity p ON p.record_id = r.id WHERE r.id IN (SELECT value FROM json_each(?))`,
        args: [JSON.stringify(recordIds)],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: Number(row.id),
        description: JSON.parse(String(row.description)),
        shelfmark: row.shelfmark === null ? undefined : String(row.shelfmark),
        contentGroup: String(row.content_group),
        titleSort: String(row.title_sort),
        authorSort: String(row.author_sort),
        addedAt: String(row.added_at),
        branches: numbersIn(row.branches),
        formerBranches: numbersIn(row.former_branches),
        loans: Number(row.loans),
        otherNames: { ...headingsIn(String(row.names)), titles: JSON.parse(String(row.titles)) },
      })),
  }
}

/** Of a `group_concat`. */
export const numbersIn = (numbers: unknown) => (numbers === null ? [] : String(numbers).split(',').map(Number))

function headingsIn(json: string): Pick<OtherNames, 'authors' | 'subjects'> {
  const all: { kind: string; label: string; names: string[] }[] = JSON.parse(json)
  return { authors: all.filter(({ kind }) => kind === 'author'), subjects: all.filter(({ kind }) => kind === 'subject') }
}
