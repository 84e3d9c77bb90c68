import type { Client, InStatement } from '@libsql/client/http'

type Cell = string | number | boolean | null

const ROWS_A_STATEMENT = 2_000
const STATEMENTS_A_BATCH = 4

/** Writes many rows of one table: thousands a statement, as one JSON argument. */
export async function bulkInsert(client: Client, table: string, columns: readonly string[], rows: readonly Cell[][]): Promise<void> {
  const cells = columns.map((_, index) => `value ->> ${index}`).join(', ')
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${cells} FROM json_each(?)`
  const statements: InStatement[] = []
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    statements.push({ sql, args: [JSON.stringify(rows.slice(at, at + ROWS_A_STATEMENT))] })
  }
  for (let at = 0; at < statements.length; at += STATEMENTS_A_BATCH) {
    await client.batch(statements.slice(at, at + STATEMENTS_A_BATCH), 'write')
  }
}
