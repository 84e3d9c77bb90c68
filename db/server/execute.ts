import { bindArguments } from './arguments.ts'
import type { Database } from './database.ts'
import type { Column, Connection } from './engine.ts'
import { Failure } from './failure.ts'
import type { WireStatement } from './protocol.ts'
import { oneStatement, type Statement } from './statements.ts'
import { type EncodedValue, encodeValue, type SqlValue, weightOf } from './value.ts'

/** A statement's result as Hrana 2 and 3 write it. */
export type Result = {
  cols: Column[]
  rows: EncodedValue[][]
  affected_row_count: number
  last_insert_rowid: string | null
  replication_index: null
  rows_read: number
  rows_written: number
  query_duration_ms: number
}

export type Prepared = { statement: Statement; values: SqlValue[]; wantRows: boolean }

/** Checks a statement and its arguments without touching the database. */
export function prepareStatement(sql: string, wire: WireStatement): Prepared {
  const statement = oneStatement(sql)
  const values = bindArguments(statement.parameters, { args: wire.args ?? [], namedArgs: wire.named_args ?? [] })
  return { statement, values, wantRows: wire.want_rows ?? true }
}

/** Runs a prepared statement, waiting for locks; `check` is asked before each attempt and may refuse. */
export function execute(database: Database, connection: Connection, prepared: Prepared, check: () => void): Promise<Result> {
  return database.retryBusy(() => {
    check()
    return executeOnce(connection, prepared, database.limits.responseBytes)
  })
}

const NOTHING_CHANGED = [0n, 0n, null] as const

// SQLite's changes() keeps its old value after a statement that is no INSERT, UPDATE or DELETE; total_changes() tells them apart.
function executeOnce(connection: Connection, { statement, values, wantRows }: Prepared, maxBytes: number): Result {
  const started = performance.now()
  const rows: EncodedValue[][] = []
  let read = 0
  let weight = 0
  const changesNothing = statement.readsOnly || statement.isFrame
  const before = changesNothing ? 0n : connection.counters()[1]
  const cols = connection.run(statement, values, (row) => {
    read += 1
    if (!wantRows) return
    for (const value of row) weight += weightOf(value)
    if (weight > maxBytes) throw new Failure('RESPONSE_TOO_LARGE', 'Response is too large')
    rows.push(row.map(encodeValue))
  })
  const [changes, total, rowid] = changesNothing ? NOTHING_CHANGED : connection.counters()
  const written = total - before
  return {
    cols,
    rows,
    affected_row_count: written > 0n ? Number(changes) : 0,
    last_insert_rowid: rowid === null ? null : rowid.toString(),
    replication_index: null,
    rows_read: read,
    rows_written: Number(written),
    query_duration_ms: performance.now() - started,
  }
}
