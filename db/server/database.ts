import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection, OpenConnection } from './engine.ts'
import type { Limits } from './limits.ts'
import { SqliteFailure } from './sqlite-failure.ts'

const keptConnections = 8

/** One database file and its spare connections. */
export class Database {
  readonly limits: Limits
  readonly #path: string
  readonly #open: OpenConnection
  readonly #spare: Connection[] = []
  #closed = false

  constructor(path: string, open: OpenConnection, limits: Limits) {
    this.#path = path
    this.#open = open
    this.limits = limits
  }

  async acquire(): Promise<Connection> {
    return this.#spare.pop() ?? (await this.retryBusy(() => this.#open(this.#path)))
  }

  /** Takes a connection back; one whose settings a client may have changed is not used again. */
  release(connection: Connection, pristine: boolean): void {
    if (pristine && !this.#closed && !connection.inTransaction && this.#spare.length < keptConnections) {
      this.#spare.push(connection)
    } else {
      connection.close()
    }
  }

  /** A synchronous engine that waited for a lock would block the very stream that holds it: so we wait here, asynchronously. */
  async retryBusy<T>(work: () => T): Promise<T> {
    const deadline = performance.now() + this.limits.lock
    for (let wait = 1; ; wait = Math.min(wait * 2, 16)) {
      try {
        return work()
      } catch (error) {
        const retry = error instanceof SqliteFailure && error.worthRetrying && performance.now() < deadline && !this.#closed
        if (!retry) throw error
      }
      await sleep(wait + Math.random() * wait)
    }
  }

  close(): void {
    this.#closed = true
    for (const connection of this.#spare.splice(0)) connection.close()
  }
}
