import { type Question, rowsOf } from '../client.ts'

export interface Original {
  format: string
  encoding: string
  dialect: string
  bytes: Uint8Array
}

/** What a record was last described by, as it came in. */
export function findOriginal(id: number) {
  return {
    statements: [
      {
        sql: `SELECT format, encoding, dialect, bytes FROM record_originals WHERE record_id = ?
              ORDER BY taken_in_at DESC, rowid DESC LIMIT 1`,
        args: [id],
      },
    ],
    read: (results): Original | undefined => {
      const row = rowsOf(results)[0]
      if (!(row?.bytes instanceof ArrayBuffer)) return undefined
      const { format, encoding, dialect, bytes } = row
      return { format: String(format), encoding: String(encoding), dialect: String(dialect), bytes: new Uint8Array(bytes) }
    },
  } satisfies Question<unknown>
}
