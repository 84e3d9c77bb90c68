import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Database } from './database.ts'
import { Failure } from './failure.ts'
import type { Limits } from './limits.ts'
import { Stream } from './stream.ts'

type Entry = { stream: Stream; sequence: number; idleTimer: NodeJS.Timeout | undefined }

/** The open streams and their batons: a baton is (stream, sequence) under an HMAC, good for one request (HTTP_V2_SPEC.md). */
export class Streams {
  readonly #secret = randomBytes(32)
  readonly #entries = new Map<string, Entry>()
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Opens a stream, or continues the one its baton names; the same stream is never used twice at a time. */
  async take(database: Database, baton: string | null | undefined): Promise<{ id: string; stream: Stream }> {
    if (typeof baton === 'string') return this.#resume(database, baton)
    const stream = new Stream(database, await database.acquire())
    const id = randomUUID()
    this.#entries.set(id, { stream, sequence: 0, idleTimer: undefined })
    return { id, stream }
  }

  /** The baton for the stream's next request; null when the stream is closed. */
  giveBack(id: string): string | null {
    const entry = this.#entries.get(id)
    if (!entry || entry.stream.closed) {
      this.#entries.delete(id)
      return null
    }
    entry.idleTimer = setTimeout(() => this.drop(id), this.#limits.idle)
    return this.#sign(id, entry.sequence)
  }

  drop(id: string): void {
    const entry = this.#entries.get(id)
    this.#entries.delete(id)
    clearTimeout(entry?.idleTimer)
    entry?.stream.close()
  }

  /** Closes the streams that wait for their next request, so that those at work need not wait for their locks. */
  closeIdle(): void {
    for (const [id, { idleTimer }] of [...this.#entries]) if (idleTimer) this.drop(id)
  }

  closeAll(): void {
    for (const id of [...this.#entries.keys()]) this.drop(id)
  }

  #resume(database: Database, baton: string): { id: string; stream: Stream } {
    const [id = '', sequence = ''] = baton.split('.')
    if (!sameText(baton, this.#sign(id, Number(sequence)))) throw new Failure('BATON_INVALID', 'The baton is invalid')
    const entry = this.#entries.get(id)
    if (!entry) throw new Failure('STREAM_EXPIRED', 'The stream has expired')
    if (entry.stream.database !== database) throw new Failure('BATON_INVALID', 'The baton is of another database')
    if (entry.sequence !== Number(sequence)) throw new Failure('BATON_REUSED', 'The baton was already used')
    entry.sequence += 1
    clearTimeout(entry.idleTimer)
    entry.idleTimer = undefined
    return { id, stream: entry.stream }
  }

  #sign(id: string, sequence: number): string {
    const seal = createHmac('sha256', this.#secret).update(`${id}.${sequence}`).digest('base64url')
    return `${id}.${sequence}.${seal}`
  }
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
