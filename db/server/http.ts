import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Databases } from './databases.ts'
import { describeFailure, Failure } from './failure.ts'
import type { Limits } from './limits.ts'
import { answerPipeline } from './pipeline.ts'
import type { Streams } from './streams.ts'

const address = /^\/(?:(?<name>[a-z0-9-]+)\/)?v[23](?<pipeline>\/pipeline)?\/?$/

type Answer = { status: number; body: unknown }

/** The HTTP face of the databases. */
export function createHttpServer(databases: Databases, streams: Streams, limits: Limits): Server {
  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => send(response, answered, server.listening),
      (error) => send(response, failed(error), server.listening),
    )
  })
  // Longer than any client keeps an idle connection, or its next request could meet our closing of it.
  server.keepAliveTimeout = 120_000

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/health') return { status: 200, body: { ok: true } }
    const groups = address.exec(pathname)?.groups
    const database = groups && databases.at(groups.name ?? '')
    if (!groups || !database) return { status: 404, body: { message: `No database at ${pathname}`, code: 'NOT_FOUND' } }
    const wanted = groups.pipeline ? 'POST' : 'GET'
    if (request.method !== wanted) return { status: 405, body: { message: `Use ${wanted}`, code: 'METHOD_NOT_ALLOWED' } }
    if (!groups.pipeline) return { status: 200, body: { version: 'Hrana over HTTP, JSON' } }
    return { status: 200, body: await answerPipeline(streams, database, await read(request, limits.requestBytes)) }
  }

  return server
}

async function read(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > maxBytes) throw new Failure('REQUEST_TOO_LARGE', `The request is longer than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function failed(error: unknown): Answer {
  const body = describeFailure(error)
  if (body.code === 'REQUEST_TOO_LARGE') return { status: 413, body }
  return { status: error instanceof Failure && !body.code.startsWith('SQLITE_') ? 400 : 500, body }
}

// A server that is closing waits for its connections: their clients must not keep them.
function send(response: ServerResponse, { status, body }: Answer, keepAlive: boolean): void {
  const text = JSON.stringify(body)
  // Node would go through the text twice, to measure it and to write it.
  const room = Buffer.allocUnsafe(text.length * 3)
  const bytes = room.subarray(0, room.write(text))
  const headers: Record<string, string> = { 'content-type': 'application/json', 'content-length': String(bytes.length) }
  if (status === 413 || !keepAlive) headers.connection = 'close'
  response.writeHead(status, headers).end(bytes)
}
