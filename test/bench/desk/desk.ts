import { NOW } from '../library/open-library.ts'
import { type SentStatement, sentStatements } from '../measure/sent-statements.ts'
import { TOKEN } from './fill-history.ts'

export interface Deed {
  ms: number
  trips: number
  statements: SentStatement[]
}

interface App {
  createApp(ports: { now(): Date; fetch(request: Request): Promise<Response> }): {
    fetch(request: Request, env: object, context: object): Promise<Response>
  }
}
const { createApp }: App = await import(new URL('../../../worker/app.ts', import.meta.url).href)

/** A desk of the product's own app, in this process; each deed with its time and what went to the database. */
export function openDesk(url: string) {
  let trips = 0
  let now = NOW
  let bodies: string[] = []
  const app = createApp({
    now: () => now,
    fetch: async (request: Request) => {
      trips += 1
      bodies.push(await request.clone().text())
      return fetch(request)
    },
  })
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  return async (path: string, body: object, daysLater = 0): Promise<Deed> => {
    now = new Date(NOW.getTime() + daysLater * 86_400_000)
    trips = 0
    bodies = []
    const headers = { 'content-type': 'application/json', cookie: `__Host-bulaq=${TOKEN}`, 'idempotency-key': crypto.randomUUID() }
    const request = new Request(`http://bulaq.bench${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const started = performance.now()
    const response = await app.fetch(request, { LIBSQL_URL: url }, context)
    const answer = await response.text()
    const ms = performance.now() - started
    if (response.status !== 201) throw new Error(`${path} ${JSON.stringify(body)}: ${response.status} ${answer}`)
    return { ms, trips, statements: bodies.flatMap(sentStatements) }
  }
}

export type Desk = ReturnType<typeof openDesk>
