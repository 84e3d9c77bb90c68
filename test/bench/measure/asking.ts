import { forgetEverything } from '../../../worker/cache/search-cache.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import { NOW } from '../library/open-library.ts'
import { type SentStatement, sentStatements } from './sent-statements.ts'

/** What an answer took. */
export interface Taken {
  ms: number
  /** Of this thread alone: the Worker's part and its HTTP client. */
  cpuMs: number
  trips: number
  status: number
}

export interface Asked extends Taken {
  /** The answer as it was sent: what is read of it between two questions is memory to be cleared up during the next. */
  text: string
}

export const readAnswer = (text: string): SearchAnswer => JSON.parse(text)

export interface Asking {
  ask(path: string): Promise<Asked>
  /** Asks once more and answers the statements that went to the database. */
  statementsOf(path: string): Promise<SentStatement[]>
}

/** The app is written in the types of Workers, which do not go together with those of Node: here it is known by its shape. */
interface App {
  createApp(ports: { now(): Date; fetch(request: Request): Promise<Response> }): {
    fetch(request: Request, env: object, context: object): Promise<Response>
  }
}
const { createApp }: App = await import(new URL('../../../worker/app.ts', import.meta.url).href)

/**
 * The product's own app, in this process, without a cache that remembers anything. What it leaves for after an answer (every 25th search
 * tells what was searched for) is waited for, and not timed: it writes, and the next question would wait for that, which is another reader's.
 */
export function askAt(url: string): Asking {
  let sent: SentStatement[] | undefined
  const app = createApp({
    now: () => NOW,
    fetch: async (request: Request) => {
      if (sent) sent.push(...sentStatements(await request.clone().text()))
      return fetch(request)
    },
  })
  const env = { LIBSQL_URL: url, CACHE: FORGETFUL }
  const later: Promise<unknown>[] = []
  const context = { waitUntil: (work: Promise<unknown>) => later.push(work), passThroughOnException: () => undefined, props: {} }
  const call = (path: string) => {
    forgetEverything()
    return app.fetch(new Request(`http://bulaq.bench${path}`), env, context)
  }
  return {
    async ask(path) {
      const cpu = process.threadCpuUsage()
      const started = performance.now()
      const response = await call(path)
      const text = await response.text()
      const ms = performance.now() - started
      const { user, system } = process.threadCpuUsage(cpu)
      await Promise.all(later.splice(0))
      const trips = Number(/trips;desc="?(\d+)/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? 0)
      return { ms, cpuMs: (user + system) / 1000, trips, status: response.status, text }
    },
    async statementsOf(path) {
      sent = []
      await (await call(path)).text()
      await Promise.all(later.splice(0))
      const statements = sent
      sent = undefined
      return statements
    },
  }
}

const FORGETFUL = {
  get: async () => null,
  getWithMetadata: async () => ({ value: null, metadata: null, cacheStatus: null }),
  put: async () => undefined,
  delete: async () => undefined,
  list: async () => ({ keys: [], list_complete: true, cacheStatus: null }),
}
