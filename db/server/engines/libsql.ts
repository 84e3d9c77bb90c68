import Database from 'libsql'
import { type Column, type Connection, connectionSettings, countersOf, countersSql } from '../engine.ts'
import { SqliteFailure } from '../sqlite-failure.ts'
import type { Statement } from '../statements.ts'
import type { SqlValue } from '../value.ts'
import { keptColumns, keptStatements } from './kept-statements.ts'
import { readableQuery, unwrapRow } from './readable-text.ts'
import { takeWriteLock } from './write-lock.ts'

/**
 * Opens a database file with libSQL's native engine, which is what Turso runs.
 * It aborts the process on booleans and on a lone buffer: values are never boolean, and always come in an array.
 */
export function openLibsql(path: string): Connection {
  const database = guarded(() => new Database(path, { timeout: 0 }))
  try {
    guarded(() => database.exec(connectionSettings))
    const counters = prepare(database, countersSql)
    // One that writes may be left half open: nobody is to find it again.
    const preparedFor = keptStatements(
      (sql) => prepare(database, sql),
      ({ readsOnly }) => readsOnly,
    )
    return {
      run: (statement, values, onRow) => guarded(() => run(database, preparedFor, statement, values.map(bindable), onRow)),
      columns: (statement) => guarded(() => columnsOf(preparedFor(statement))),
      counters: () => countersOf(counters.get([])),
      get inTransaction() {
        return database.inTransaction
      },
      close: () => void database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

type Bindable = null | bigint | number | string | Buffer

function run(
  database: Database.Database,
  preparedFor: (statement: Statement) => Database.Statement,
  statement: Statement,
  values: Bindable[],
  onRow: (row: SqlValue[]) => void,
): Column[] {
  if (statement.isFrame) {
    database.exec(statement.sql)
    return []
  }
  const prepared = preparedFor(statement)
  const columns = columnsOf(prepared)
  if (columns.length === 0 && values.length === 0) {
    database.exec(statement.sql)
    return columns
  }
  if (!statement.readsOnly) takeWriteLock(database)
  const readable = readableQuery(statement, columns.length)
  if (columns.length === 0) prepared.run(values)
  else if (readable === undefined) readRows(database, prepared, values, onRow)
  else readRows(database, preparedFor({ ...statement, sql: readable }), values, (row) => onRow(unwrapRow(row)))
  return columns
}

// An abandoned query would stay open, with its snapshot, until it is garbage: it is interrupted and led to its end instead.
function readRows(database: Database.Database, prepared: Database.Statement, values: Bindable[], onRow: (row: SqlValue[]) => void) {
  const rows = prepared.iterate(values)
  try {
    for (const row of rows) onRow(rowOf(row))
  } catch (error) {
    interrupt(database)
    exhaust(rows)
    throw error
  }
}

// The types of libsql are those of better-sqlite3, which cannot interrupt.
function interrupt(database: Database.Database): void {
  const interruptible = database as Database.Database & { interrupt(): void }
  interruptible.interrupt()
}

function exhaust(rows: Iterable<unknown>): void {
  try {
    for (const _ of rows);
  } catch {
    // The interruption, or what already ended the query.
  }
}

function prepare(database: Database.Database, sql: string): Database.Statement {
  const prepared = database.prepare(sql)
  prepared.safeIntegers(true)
  if (prepared.reader) prepared.raw(true)
  return prepared
}

function bindable(value: SqlValue): Bindable {
  return value instanceof Uint8Array ? Buffer.from(value) : value
}

const columnsOf = keptColumns((prepared: Database.Statement) => prepared.columns())

function rowOf(row: unknown): SqlValue[] {
  return Array.isArray(row) ? row : []
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'rawCode' in error && typeof error.rawCode === 'number') {
      throw new SqliteFailure(error.rawCode, error.message)
    }
    throw error
  }
}
