import { Failure } from './failure.ts'
import type { Limits } from './limits.ts'
import type { StatementText } from './protocol.ts'

/** The SQL texts a stream keeps under numbers, so that the client sends each once. */
export class StoredSql {
  readonly #texts = new Map<number, string>()
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  store(id: number, sql: string): void {
    if (this.#texts.has(id)) throw new Failure('SQL_STORE_EXISTS', `SQL text ${id} is already stored`)
    if (sql.length > this.#limits.storedSqlLength) throw new Failure('SQL_STORE_TOO_LONG', 'SQL text is too long to be stored')
    if (this.#texts.size >= this.#limits.storedSql) throw new Failure('SQL_STORE_TOO_MANY', 'Too many SQL texts are stored')
    this.#texts.set(id, sql)
  }

  drop(id: number): void {
    this.#texts.delete(id)
  }

  /** The SQL meant by a request, which gives either the text or the number of a stored one. */
  textOf({ sql, sql_id: id }: StatementText): string {
    if (typeof sql === 'string' && typeof id === 'number') throw new Failure('SQL_INVALID', 'Both sql and sql_id are given')
    if (typeof sql === 'string') return sql
    const stored = typeof id === 'number' ? this.#texts.get(id) : undefined
    if (stored === undefined) throw new Failure('SQL_NOT_FOUND', 'The SQL text is neither given nor stored')
    return stored
  }
}
