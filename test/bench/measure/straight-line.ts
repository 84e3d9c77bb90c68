import { Client } from 'undici'

/**
 * The line to the database. In Cloudflare's runtime `fetch` is part of the machine; that of Node is written in JavaScript, and takes .2 ms
 * of this thread for each request, which no reader waits for. Its own client, without streams and without `fetch` around it, takes .08.
 */
export function straightLine() {
  const clients = new Map<string, Client>()
  const clientFor = (origin: string) => {
    const client = clients.get(origin) ?? new Client(origin)
    clients.set(origin, client)
    return client
  }
  return async (asked: Request): Promise<Response> => {
    const { origin, pathname } = new URL(asked.url)
    const body = Buffer.from(await asked.arrayBuffer())
    const { statusCode, body: answer } = await clientFor(origin).request({
      path: pathname,
      method: 'POST',
      headers: Object.fromEntries(asked.headers),
      body,
    })
    return new Answer(await answer.text(), statusCode)
  }
}

/** An answer that was read as a whole. */
class Answer extends Response {
  readonly #text: string

  constructor(text: string, status: number) {
    super(null, { status, headers: { 'content-type': 'application/json' } })
    this.#text = text
  }

  override async text() {
    return this.#text
  }

  override async json() {
    return JSON.parse(this.#text)
  }
}
