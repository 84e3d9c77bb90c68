import { checkConditions, runBatch } from './batch.ts'
import type { Database } from './database.ts'
import type { Connection } from './engine.ts'
import { execute, type Prepared, prepareStatement, type Result } from './execute.ts'
import { Failure } from './failure.ts'
import type { Batch, Request, WireStatement } from './protocol.ts'
import { oneStatement, type Statement, splitStatements } from './statements.ts'
import { StoredSql } from './stored-sql.ts'

const leavesTraces = /\b(?:pragma|attach|detach|temp|temporary)\b/i

/** One client's session: a connection of its own, its transaction and its stored SQL texts. */
export class Stream {
  readonly database: Database
  readonly #connection: Connection
  readonly #stored: StoredSql
  #pristine = true
  #transactionTimer: NodeJS.Timeout | undefined
  #timedOut = false
  closed = false

  constructor(database: Database, connection: Connection) {
    this.database = database
    this.#connection = connection
    this.#stored = new StoredSql(database.limits)
  }

  /** Answers one request of a pipeline, or throws the Failure the client is to see. */
  async answer(request: Request): Promise<Record<string, unknown>> {
    if (this.closed && request.type !== 'close') throw new Failure('STREAM_CLOSED', 'The stream is closed')
    switch (request.type) {
      case 'execute':
        return { result: await this.#execute(this.#prepare(request.stmt)) }
      case 'batch':
        return { result: await this.#batch(request.batch) }
      case 'sequence':
        await this.#sequence(splitStatements(this.#stored.textOf(request)))
        return {}
      case 'describe':
        return { result: await this.#describe(oneStatement(this.#stored.textOf(request))) }
      case 'store_sql':
        this.#stored.store(request.sql_id, request.sql)
        return {}
      case 'close_sql':
        this.#stored.drop(request.sql_id)
        return {}
      case 'get_autocommit':
        return { is_autocommit: !this.#connection.inTransaction }
      case 'close':
        this.close()
        return {}
    }
  }

  /** Rolls back what is open and gives the connection back. */
  close(): void {
    if (this.closed) return
    this.closed = true
    clearTimeout(this.#transactionTimer)
    this.#rollBack()
    this.database.release(this.#connection, this.#pristine)
  }

  #prepare(wire: WireStatement): Prepared {
    return prepareStatement(this.#stored.textOf(wire), wire)
  }

  async #execute(prepared: Prepared): Promise<Result> {
    if (leavesTraces.test(prepared.statement.sql)) this.#pristine = false
    try {
      return await execute(this.database, this.#connection, prepared, () => this.#check())
    } finally {
      this.#watchTransaction()
    }
  }

  async #batch(batch: Batch) {
    checkConditions(batch)
    const prepared = batch.steps.map(({ stmt }) => this.#prepare(stmt))
    const runs = prepared.map((step) => () => this.#execute(step))
    return await runBatch(runs, batch, () => !this.#connection.inTransaction)
  }

  async #sequence(statements: Statement[]): Promise<void> {
    for (const statement of statements) {
      const values = statement.parameters.map(() => null)
      await this.#execute({ statement, values, wantRows: false })
    }
  }

  async #describe(statement: Statement) {
    const cols = await this.database.retryBusy(() => {
      this.#check()
      return this.#connection.columns(statement)
    })
    const params = statement.parameters.map((name) => ({ name: name ?? null }))
    return { params, cols, is_explain: statement.isExplain, is_readonly: statement.readsOnly }
  }

  #check(): void {
    if (this.closed) throw new Failure('STREAM_CLOSED', 'The stream is closed')
    if (this.#timedOut) throw new Failure('TXN_TIMEOUT', 'The transaction was rolled back: it was open for too long')
  }

  #watchTransaction(): void {
    if (this.closed) return
    if (!this.#connection.inTransaction) {
      clearTimeout(this.#transactionTimer)
      this.#transactionTimer = undefined
      return
    }
    this.#transactionTimer ??= setTimeout(() => {
      this.#timedOut = true
      this.#rollBack()
    }, this.database.limits.transaction)
  }

  #rollBack(): void {
    if (!this.#connection.inTransaction) return
    const [rollback] = splitStatements('ROLLBACK')
    if (rollback) this.#connection.run(rollback, [], () => undefined)
  }
}
