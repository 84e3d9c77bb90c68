import { readFileSync } from 'node:fs'
import init, { type Database, type Sqlite3Static } from '@libsql/libsql-wasm-experimental'
import type { SentStatement } from './sent-statements.ts'

/** `LIBSQL_STMTSTATUS_ROWS_READ` of libSQL: what Turso counts and bills. */
const ROWS_READ = 1025
const ROWS_WRITTEN = 1026

interface Rows {
  read: number
  written: number
}

export interface RowCounter {
  rowsRead(statements: readonly SentStatement[]): number
  counts(statements: readonly SentStatement[]): Rows
  close(): void
}

/**
 * Counts rows as libSQL itself counts them. Its native package does not tell, its WebAssembly build does: so the statements
 * that were sent are run once more there, on a copy of the database in memory.
 */
export async function openRowCounter(file: string): Promise<RowCounter> {
  const sqlite = await init({ print: () => undefined, printErr: () => undefined })
  const database = inMemory(sqlite, new Uint8Array(readFileSync(file)))
  const counts = (statements: readonly SentStatement[]): Rows => {
    const sum = { read: 0, written: 0 }
    for (const statement of statements) {
      const { read, written } = rowsOf(sqlite, database, statement)
      // The server reports at least one row for each statement.
      sum.read += Math.max(1, read)
      sum.written += written
    }
    return sum
  }
  return {
    rowsRead: (statements) => counts(statements).read,
    counts,
    close: () => database.close(),
  }
}

function inMemory({ capi, wasm, oo1 }: Sqlite3Static, bytes: Uint8Array): Database {
  // A database in WAL mode cannot be opened in memory: the header is told that it is not.
  bytes[18] = 1
  bytes[19] = 1
  const database = new oo1.DB(':memory:')
  const place = wasm.allocFromTypedArray(bytes)
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE
  if (!database.pointer) throw new Error('libSQL in WebAssembly opened no database')
  database.checkRc(capi.sqlite3_deserialize(database.pointer, 'main', place, bytes.length, bytes.length, flags))
  return database
}

function rowsOf({ capi }: Sqlite3Static, database: Database, { sql, args }: SentStatement): Rows {
  const statement = database.prepare(sql)
  try {
    if (args.length > 0) statement.bind([...args])
    while (statement.step());
    // @ts-expect-error The types are those of SQLite, which has no such counters.
    const count = (counter: number): number => capi.sqlite3_stmt_status(statement.pointer ?? 0, counter, 0)
    return { read: count(ROWS_READ), written: count(ROWS_WRITTEN) }
  } finally {
    statement.finalize()
  }
}
