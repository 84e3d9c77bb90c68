import Database from 'libsql'
import { type Column, type Connection, connectionSettings, countersOf, countersSql } from '../engine.ts'
import { SqliteFailure } from '../sqlite-failure.ts'
import type { SqlValue } from '../value.ts'
import { readableQuery, unwrapRow } from './readable-text.ts'

/**
 * Opens a database file with libSQL's native engine, which is what Turso runs.
 * It aborts the process on booleans and on a lone buffer: values are never boolean, and always come in an array.
 */
export function openLibsql(path: string): Connection {
  const database = guarded(() => new Database(path, { timeout: 0 }))
  try {
    guarded(() => database.exec(connectionSettings))
    const counters = prepare(database, countersSql)
    return {
      run: (statement, values, onRow) =>
        guarded(() => {
          const prepared = prepare(database, statement.sql)
          const columns = columnsOf(prepared)
          const bound = values.map(bindable)
          const readable = readableQuery(statement, columns.length)
          if (columns.length === 0) prepared.run(bound)
          else if (readable === undefined) for (const row of prepared.iterate(bound)) onRow(rowOf(row))
          else for (const row of prepare(database, readable).iterate(bound)) onRow(unwrapRow(rowOf(row)))
          return columns
        }),
      columns: ({ sql }) => guarded(() => columnsOf(prepare(database, sql))),
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

function prepare(database: Database.Database, sql: string): Database.Statement {
  const prepared = database.prepare(sql)
  prepared.safeIntegers(true)
  if (prepared.reader) prepared.raw(true)
  return prepared
}

function bindable(value: SqlValue): null | bigint | number | string | Buffer {
  return value instanceof Uint8Array ? Buffer.from(value) : value
}

function columnsOf(prepared: Database.Statement): Column[] {
  return prepared.columns().map(({ name, type }) => ({ name, decltype: type }))
}

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
