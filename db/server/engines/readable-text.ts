import type { Statement } from '../statements.ts'
import type { SqlValue } from '../value.ts'

const makesTextOfBytes = /\bcast\b[\s\S]*\btext\b|\|\||\bchar\b/i

/**
 * libSQL's engine aborts the process when it reads text that is not UTF-8, and cuts text at NUL.
 * A query that may make such text is wrapped, so that its text is read as bytes, each column after its type.
 */
export function readableQuery({ sql, readsOnly, isExplain }: Statement, width: number): string | undefined {
  if (!readsOnly || isExplain || /^pragma\b/i.test(sql) || !makesTextOfBytes.test(sql)) return undefined
  const names = Array.from({ length: width }, (_, index) => `c${index}`)
  const reads = names.map((name) => `typeof(${name}), iif(typeof(${name}) = 'text', CAST(${name} AS BLOB), ${name})`)
  return `WITH readable(${names.join(', ')}) AS (${sql}\n) SELECT ${reads.join(', ')} FROM readable`
}

/** The row of the query that was wrapped. */
export function unwrapRow(row: SqlValue[]): SqlValue[] {
  return row.flatMap((value, index) => {
    if (index % 2 === 0) return []
    return row[index - 1] === 'text' && value instanceof Uint8Array ? Buffer.from(value).toString() : [value]
  })
}
