import type Database from 'libsql'

/**
 * A prepared statement of libSQL that meets SQLITE_BUSY stays half open until it is garbage, and no COMMIT succeeds meanwhile.
 * `exec` cleans up after itself: so the lock is asked for by `exec`, and the statement runs only when it cannot be refused.
 */
export function takeWriteLock(database: Database.Database): void {
  if (!database.inTransaction) {
    database.exec('BEGIN IMMEDIATE; ROLLBACK')
    return
  }
  const [version] = database.prepare('PRAGMA user_version').raw().all([])
  database.exec(`PRAGMA user_version = ${Number(version)}`)
}
