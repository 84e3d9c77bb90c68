import { type Breaker, openBreaker } from './breaker.ts'

/** The database did not answer, or not in time. */
export class DatabaseUnavailable extends Error {
  constructor(reason: unknown) {
    super(`database unavailable: ${reason}`)
    this.name = 'DatabaseUnavailable'
  }
}

/** How long a request waits for the database, and whether it asks at all when the last ones waited in vain. */
export interface Patience {
  limitMs: number
  breaker?: Breaker
  insists: boolean
  now(): number
}

const breakers = new Map<string, Breaker>()

/** What readers' requests share in this isolate: only the first ones of an outage wait for it. */
export function breakerOf(url: string): Breaker {
  const known = breakers.get(url) ?? openBreaker({ failures: 2, restMs: 3_000 })
  breakers.set(url, known)
  return known
}

interface Reply {
  response: Response
  rowsRead: number
}

/** Sends one request to the database and reads the whole answer; `rowsRead` is what its statements read. */
export async function sendWith(send: (request: Request) => Promise<Response>, request: Request, patience: Patience): Promise<Reply> {
  const { limitMs, breaker, insists, now } = patience
  if (breaker && !insists && !breaker.lets(now())) throw new DatabaseUnavailable('it did not answer a moment ago')
  const control = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      control.abort()
      reject(new Error(`no answer in ${limitMs} ms`))
    }, limitMs)
  })
  try {
    const reply = await Promise.race([read(send(new Request(request, { signal: control.signal }))), late])
    breaker?.worked()
    return reply
  } catch (error) {
    breaker?.failed(now())
    throw new DatabaseUnavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

async function read(answer: Promise<Response>): Promise<Reply> {
  const response = await answer
  if (response.status >= 500 || response.status === 429) throw new Error(`HTTP ${response.status}`)
  const text = await response.text()
  return { response: new Response(text, { status: response.status, headers: response.headers }), rowsRead: rowsReadIn(text) }
}

/** Adds up the counters of an answer: the client does not hand them on. Within a value the quotation marks would be escaped. */
function rowsReadIn(text: string): number {
  let rows = 0
  for (const [, count] of text.matchAll(/"rows_read"\s*:\s*(\d+)/g)) rows += Number(count)
  return rows
}
