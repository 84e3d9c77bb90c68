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
  /** Why a statement was not carried out, where that is the database's matter and not the statement's. */
  trouble?: string | undefined
}

/** It is there, and turns everybody away: a wrong token, a quota that is used up, a database that is gone. */
const TURNS_AWAY = new Set([401, 402, 403, 404, 429])
const TROUBLE = /^(SQLITE_(BUSY|LOCKED|NOMEM|INTERRUPT|IOERR|CORRUPT|FULL|CANTOPEN|PROTOCOL|NOTADB)|BLOCKED|TRANSACTION_(TIMEOUT|BUSY))/

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
  let reply: Reply
  try {
    reply = await Promise.race([read(send(request, { signal: control.signal })), late])
    breaker?.worked()
  } catch (error) {
    breaker?.failed(now())
    throw new DatabaseUnavailable(error)
  } finally {
    clearTimeout(timer)
  }
  // It does answer: others need not be turned away.
  if (reply.trouble) throw new DatabaseUnavailable(reply.trouble)
  return reply
}

async function read(answer: Promise<Response>): Promise<Reply> {
  const response = await answer
  if (response.status >= 500 || TURNS_AWAY.has(response.status)) throw new Error(`HTTP ${response.status}`)
  if (!response.ok) return { response: new Response(await response.text(), response), rowsRead: 0 }
  const answered: unknown = await response.json()
  return { response: new ReadResponse(answered, response), ...toldIn(answered) }
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

/** What of Hrana's answer the client does not hand on, or hands on as if it were the statement's fault. */
interface Answered {
  results?: {
    error?: Fault
    response?: { result?: { rows_read?: number; step_results?: ({ rows_read?: number } | null)[]; step_errors?: (Fault | null)[] } }
  }[]
}

interface Fault {
  code?: string
  message?: string
}

function toldIn(answered: unknown): { rowsRead: number; trouble: string | undefined } {
  const { results = [] } = answered as Answered
  let rowsRead = 0
  let trouble: Fault | undefined
  for (const { error, response: { result } = {} } of results) {
    rowsRead += result?.rows_read ?? 0
    for (const step of result?.step_results ?? []) rowsRead += step?.rows_read ?? 0
    for (const fault of [error, ...(result?.step_errors ?? [])]) if (fault?.code && TROUBLE.test(fault.code)) trouble ??= fault
  }
  return { rowsRead, trouble: trouble && `${trouble.code}: ${trouble.message}` }
}
