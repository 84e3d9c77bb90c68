import { Failure } from './failure.ts'

const names = [
  'SQLITE_OK',
  'SQLITE_ERROR',
  'SQLITE_INTERNAL',
  'SQLITE_PERM',
  'SQLITE_ABORT',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_READONLY',
  'SQLITE_INTERRUPT',
  'SQLITE_IOERR',
  'SQLITE_CORRUPT',
  'SQLITE_NOTFOUND',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'SQLITE_PROTOCOL',
  'SQLITE_EMPTY',
  'SQLITE_SCHEMA',
  'SQLITE_TOOBIG',
  'SQLITE_CONSTRAINT',
  'SQLITE_MISMATCH',
  'SQLITE_MISUSE',
  'SQLITE_NOLFS',
  'SQLITE_AUTH',
  'SQLITE_FORMAT',
  'SQLITE_RANGE',
  'SQLITE_NOTADB',
]

const busySnapshot = 517

/** A refusal by SQLite itself, with its extended result code (sqlite.org/rescode.html). */
export class SqliteFailure extends Failure {
  readonly extendedCode: number

  constructor(extendedCode: number, message: string) {
    super(names[extendedCode & 0xff] ?? 'SQLITE_ERROR', `SQLite error: ${message}`)
    this.extendedCode = extendedCode
  }

  /** Whether waiting can help: a stale snapshot (BUSY_SNAPSHOT) stays stale however long one waits. */
  get worthRetrying(): boolean {
    return this.code === 'SQLITE_BUSY' && this.extendedCode !== busySnapshot
  }
}
