import { type Question, rowsOf } from '../client.ts'
import { storedDescription } from './description.ts'

/** The highest number a record has: 0 in an empty catalogue. */
export function lastRecord() {
  return {
    statements: ['SELECT coalesce(max(id), 0) AS id FROM records'],
    read: (results) => Number(rowsOf(results)[0]?.id ?? 0),
  } satisfies Question<unknown>
}

/** What the addresses of the records after one number, up to another, are made of. */
export function listAddresses(after: number, to: number) {
  return {
    statements: [{ sql: 'SELECT id, title, changed_at FROM records WHERE id > ? AND id <= ? ORDER BY id', args: [after, to] }],
    read: (results) => rowsOf(results).map((row) => ({ id: Number(row.id), title: String(row.title), changedAt: String(row.changed_at) })),
  } satisfies Question<unknown>
}

/** The records that came last, with what a feed tells of them. */
export function listNewest(limit: number) {
  return {
    statements: [
      { sql: 'SELECT id, title, author, description, added_at FROM records ORDER BY added_at DESC, id DESC LIMIT ?', args: [limit] },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: Number(row.id),
        title: String(row.title),
        author: row.author === null ? null : String(row.author),
        description: storedDescription(row),
        addedAt: String(row.added_at),
      })),
  } satisfies Question<unknown>
}
