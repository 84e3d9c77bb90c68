import type { Statement } from './statements.ts'
import type { SqlValue } from './value.ts'

export type EngineName = 'node-sqlite' | 'libsql'

export type Column = { name: string | null; decltype: string | null }

/** One connection to one database file; everything is synchronous, throws SqliteFailure, and never waits for a lock. */
export type Connection = {
  /** Runs a statement to its end; `values` are by parameter index. Calls `onRow` per row. */
  run(statement: Statement, values: SqlValue[], onRow: (row: SqlValue[]) => void): Column[]
  columns(statement: Statement): Column[]
  /** SQLite's counters: [changes(), total_changes(), last_insert_rowid()]. */
  counters(): [bigint, bigint, bigint]
  readonly inTransaction: boolean
  close(): void
}

export type OpenConnection = (path: string) => Connection

/** Loads an engine; `libsql` is native and is only loaded when asked for. */
export async function loadEngine(name: EngineName): Promise<OpenConnection> {
  if (name === 'libsql') return (await import('./engines/libsql.ts')).openLibsql
  return (await import('./engines/node-sqlite.ts')).openNodeSqlite
}

/**
 * Every connection's settings, for both engines. SQLite's own cache of 2 MB is smaller than what one search reads of a large index;
 * pages of the file are mapped, so that connections share them.
 */
export const connectionSettings = `PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
PRAGMA cache_size=-16384; PRAGMA mmap_size=${2 ** 31 - 65_536};`

export const countersSql = 'SELECT changes(), total_changes(), last_insert_rowid()'

/** Checks the answer of `countersSql`. */
export function countersOf(row: unknown): [bigint, bigint, bigint] {
  if (!Array.isArray(row)) return [0n, 0n, 0n]
  const [changes, total, rowid] = row.map(BigInt)
  return [changes ?? 0n, total ?? 0n, rowid ?? 0n]
}
