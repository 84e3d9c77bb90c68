import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type Connection, connectionSettings, countersOf, countersSql } from '../engine.ts'
import { SqliteFailure } from '../sqlite-failure.ts'
import type { Statement } from '../statements.ts'
import type { SqlValue } from '../value.ts'
import { keptColumns, keptStatements } from './kept-statements.ts'

/** Opens a database file with Node's own SQLite. */
export function openNodeSqlite(path: string): Connection {
  const database = guarded(() => new DatabaseSync(path, { timeout: 0, enableDoubleQuotedStringLiterals: false }))
  try {
    guarded(() => database.exec(connectionSettings))
    const counters = prepare(database, countersSql)
    const preparedFor = keptStatements((sql) => prepare(database, sql))
    return {
      run: (statement, values, onRow) =>
        guarded(() => {
          const prepared = preparedFor(statement)
          const columns = columnsOf(prepared)
          const { named, anonymous } = bindings(statement, values)
          if (columns.length === 0) prepared.run(named, ...anonymous)
          else readRows(prepared.iterate(named, ...anonymous), onRow)
          return columns
        }),
      columns: (statement) => guarded(() => columnsOf(preparedFor(statement))),
      counters: () => countersOf(counters.get()),
      get inTransaction() {
        return database.isTransaction
      },
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: DatabaseSync, sql: string): StatementSync {
  const prepared = database.prepare(sql) as StatementSync & { setReturnArrays(on: boolean): void }
  prepared.setReadBigInts(true)
  prepared.setReturnArrays(true)
  return prepared
}

// node:sqlite binds named parameters only by name, and the others (`?`, `?1`) in the order of their indexes.
function bindings({ parameters }: Statement, values: SqlValue[]) {
  const named: Record<string, SqlValue> = {}
  const anonymous: SqlValue[] = []
  for (const [index, value] of values.entries()) {
    const name = parameters[index]
    if (name === undefined || name.startsWith('?')) anonymous.push(value)
    else named[name] = value
  }
  return { named, anonymous }
}

// A query that failed stays open, with its locks, until its iterator is told to return.
function readRows(rows: NodeJS.Iterator<unknown>, onRow: (row: SqlValue[]) => void): void {
  try {
    for (const row of { [Symbol.iterator]: () => rows }) onRow(rowOf(row))
  } catch (error) {
    rows.return?.()
    throw error
  }
}

const columnsOf = keptColumns((prepared: StatementSync) => prepared.columns())

function rowOf(row: unknown): SqlValue[] {
  return Array.isArray(row) ? row : []
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
      throw new SqliteFailure(error.errcode, error.message)
    }
    throw error
  }
}
