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
  loans: number
}

/** A page of records after this one, in the order of their numbers. */
export function listIndexFacts(afterId: number, limit: number): Question<IndexFacts[]> {
  return indexFacts('r.id > ? ORDER BY r.id LIMIT ?', [afterId, limit])
}

export function indexFactsOf(recordIds: number[]): Question<IndexFacts[]> {
  return indexFacts('r.id IN (SELECT value FROM json_each(?))', [JSON.stringify(recordIds)])
}

function indexFacts(where: string, args: (string | number)[]): Question<IndexFacts[]> {
  return {
    statements: [
      {
        sql: `SELECT r.id, r.description, r.shelfmark, r.content_group, r.title_sort, r.author_sort, r.added_at, coalesce(p.loans, 0) AS loans,
                (SELECT group_concat(s.branch_id) FROM stock s WHERE s.record_id = r.id AND s.copies > 0) AS branches
              FROM records r LEFT JOIN popularity p ON p.record_id = r.id WHERE ${where}`,
        args,
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
        branches: row.branches === null ? [] : String(row.branches).split(',').map(Number),
        loans: Number(row.loans),
      })),
  }
}
