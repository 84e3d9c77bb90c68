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
export async function sendWith(send: typeof fetch, request: Request, patience: Patience): Promise<Reply> {
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
    const reply = await Promise.race([read(send(request, { signal: control.signal })), late])
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
  if (!response.ok) return { response: new Response(await response.text(), response), rowsRead: 0 }
  const answered: unknown = await response.json()
  return { response: new ReadResponse(answered, response), rowsRead: rowsReadIn(answered) }
}

/** An answer whose JSON was read: to write it down and to read it again would take longer than some searches. */
class ReadResponse extends Response {
  readonly #answered: unknown

  constructor(answered: unknown, { status, headers }: Response) {
    super(null, { status, headers })
    this.#answered = answered
  }

  override async json<T>(): Promise<T> {
    return this.#answered as T
  }
}

/** What of Hrana's answer tells how many rows were read: the client does not hand it on. */
interface Counted {
  results?: { response?: { result?: { rows_read?: number; step_results?: ({ rows_read?: number } | null)[] } } }[]
}

function rowsReadIn(answered: unknown): number {
  const { results = [] } = answered as Counted
  const executed = results.flatMap(({ response }) => [response?.result, ...(response?.result?.step_results ?? [])])
  return executed.reduce((sum, result) => sum + (result?.rows_read ?? 0), 0)
}
