/** Times are in milliseconds; the defaults are those of Turso's server. */
export const defaultLimits = {
  /** An unused stream is closed after this. */
  idle: 10_000,
  /** An open transaction is rolled back after this. */
  transaction: 5_000,
  /** How long a statement waits for a lock; longer than any transaction may last. */
  lock: 8_000,
  requestBytes: 64 * 1024 * 1024,
  responseBytes: 64 * 1024 * 1024,
  storedSql: 50,
  storedSqlLength: 5_000,
}

export type Limits = typeof defaultLimits
