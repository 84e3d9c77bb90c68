import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createClient } from '@libsql/client/http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serve } from '../../../db/server/serve.ts'
import { engines, execute, startServer } from './serving.ts'

describe.each(engines)('the server (%s)', (engine) => {
  async function startProcess(file: string) {
    const child = spawn('node', ['db/server/main.ts', '--file', file, '--port', '0', '--engine', engine], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(createInterface(child.stdout), 'line')
    return { child, url: String(line).replace('libSQL listening on ', ''), exit: once(child, 'exit') }
  }

  it('keeps every acknowledged row through kill -9', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'bulaq-')), 'library.db')
    const first = await startProcess(file)
    const client = createClient({ url: first.url })
    await client.execute('CREATE TABLE t (a INTEGER PRIMARY KEY)')
    const acknowledged: number[] = []
    const write = async (a: number): Promise<void> => {
      await client.execute({ sql: 'INSERT INTO t VALUES (?)', args: [a] })
      acknowledged.push(a)
      if (acknowledged.length === 100) first.child.kill('SIGKILL')
      await write(a + 4)
    }
    await Promise.allSettled([0, 1, 2, 3].map(write))
    await first.exit
    const second = await startProcess(file)
    const { rows } = await createClient({ url: second.url }).execute('SELECT a FROM t')
    const found = new Set(rows.map(({ a }) => a))
    expect(acknowledged.length).toBeGreaterThanOrEqual(100)
    expect(acknowledged.filter((a) => !found.has(a))).toEqual([])
  })

  it('ends at SIGTERM with success', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'bulaq-')), 'library.db')
    const { child, url, exit } = await startProcess(file)
    await createClient({ url }).execute('CREATE TABLE t (a)')
    child.kill('SIGTERM')
    expect((await exit)[0]).toBe(0)
  })

  it('serves a directory of databases that know nothing of each other', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'bulaq-'))
    const serving = await serve({ directory, engine })
    onTestFinished(() => serving.close())
    const [one, two] = ['one', 'two'].map((name) => createClient({ url: `${serving.url}/${name}/` }))
    await one?.execute('CREATE TABLE t (a)')
    await expect(two?.execute('SELECT * FROM t')).rejects.toThrow('no such table')
    const statusOf = async (path: string) => (await fetch(serving.url + path)).status
    expect(await Promise.all(['/one/v2', '/v2', '/One/v2', '/..%2fone/v2'].map(statusOf))).toEqual([200, 404, 404, 404])
  })

  it('answers the request in flight before it closes', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'bulaq-')), 'library.db')
    const serving = await serve({ file, engine })
    const agent = new Agent({ keepAlive: true })
    const headers = { expect: '100-continue' }
    const inFlight = request(`${serving.url}/v2/pipeline`, { method: 'POST', headers, agent })
    inFlight.flushHeaders()
    await once(inFlight, 'continue')
    const closed = serving.close()
    inFlight.end(JSON.stringify({ requests: [execute('CREATE TABLE t (a)'), execute('BEGIN IMMEDIATE')] }))
    const [response] = await once(inFlight, 'response')
    response.resume()
    await closed
    expect(response.statusCode).toBe(200)
    const again = await serve({ file, engine })
    onTestFinished(() => again.close())
    await createClient({ url: again.url }).execute('INSERT INTO t VALUES (1)')
  })

  it('refuses what is too large, and lives on', async () => {
    const server = await startServer(engine, { requestBytes: 2_000, responseBytes: 10_000 })
    expect((await server.post({ requests: [execute(`SELECT '${'x'.repeat(3_000)}'`)] })).status).toBe(413)
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'
    expect((await server.execute(endless))?.error?.code).toBe('RESPONSE_TOO_LARGE')
    expect((await server.execute('SELECT 1'))?.type).toBe('ok')
  })

  it('refuses a body that is no pipeline', async () => {
    const server = await startServer(engine)
    const post = (body: string) => fetch(`${server.url}/v2/pipeline`, { method: 'POST', body })
    for (const body of ['', '{', '[]', '{"requests":[{"type":"dance"}]}']) expect((await post(body)).status).toBe(400)
    expect((await fetch(`${server.url}/v2/pipeline`)).status).toBe(405)
    expect((await fetch(`${server.url}/v2`)).status).toBe(200)
  })
})

describe('the port', () => {
  it('is refused by name when taken', async () => {
    const { url, file } = await startServer('node-sqlite')
    const port = Number(new URL(url).port)
    await expect(serve({ file, port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is already in use`)
  })
})
