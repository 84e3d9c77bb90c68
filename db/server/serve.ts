import { once } from 'node:events'
import type { Server } from 'node:http'
import { Databases, type Place } from './databases.ts'
import { type EngineName, loadEngine, type OpenConnection } from './engine.ts'
import { createHttpServer } from './http.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Streams } from './streams.ts'

export type ServeOptions = Place & { port?: number; host?: string; engine?: EngineName | OpenConnection }

export type Serving = { url: string; port: number; close(): Promise<void> }

/**
 * Serves libSQL over HTTP (Hrana 2, JSON): with `file` one database at `/`, with `directory` the file `NAME.db` at each `/NAME/`.
 * Rejects when the port is taken. `close()` lets the requests in flight end, rolls back what is open and closes the files.
 */
export async function serve(options: ServeOptions, changedLimits: Partial<Limits> = {}): Promise<Serving> {
  if ((options.file === undefined) === (options.directory === undefined)) {
    throw new Error('serve() needs either a file or a directory')
  }
  const limits = { ...defaultLimits, ...changedLimits }
  const host = options.host ?? '127.0.0.1'
  const { engine = 'node-sqlite' } = options
  const databases = new Databases(options, typeof engine === 'string' ? await loadEngine(engine) : engine, limits)
  const streams = new Streams(limits)
  const server = createHttpServer(databases, streams, limits)
  const port = await listen(server, host, options.port ?? 0)
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    streams.closeIdle()
    await closed
    streams.closeAll()
    databases.close()
  }
  let closing: Promise<void> | undefined
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close() {
      closing ??= close()
      return closing
    },
  }
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (taken) throw new Error(`Port ${port} of ${host} is already in use`, { cause: error })
    throw error
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
