import { describe, expect, it } from 'vitest'
import { engines, execute, startServer } from './serving.ts'

describe.each(engines)('streams (%s)', (engine) => {
  it('keeps a transaction over requests, by a new baton each time', async () => {
    const server = await startServer(engine)
    await server.execute('CREATE TABLE t (a)')
    const first = await server.send([execute('BEGIN IMMEDIATE'), execute('INSERT INTO t VALUES (1)'), { type: 'get_autocommit' }])
    expect(first.results[2]?.response?.is_autocommit).toBe(false)
    const second = await server.send([execute('COMMIT'), execute('SELECT a FROM t')], first.baton)
    expect(second.baton).not.toBe(first.baton)
    expect(second.results[1]?.response?.result.rows).toHaveLength(1)
  })

  it('refuses a baton that is forged, used or finished', async () => {
    const server = await startServer(engine)
    const { baton } = await server.send([])
    const codeOf = async (baton: unknown) => {
      const response = await server.post({ baton, requests: [{ type: 'close' }] })
      const { code }: { code?: string } = await response.json()
      return code
    }
    expect(await codeOf(baton?.replace('.0.', '.1.'))).toBe('BATON_INVALID')
    expect(await codeOf('nonsense')).toBe('BATON_INVALID')
    const next = await server.send([], baton)
    expect(await codeOf(baton)).toBe('BATON_REUSED')
    expect(await codeOf(next.baton)).toBeUndefined()
    expect(await codeOf(next.baton)).toBe('STREAM_EXPIRED')
  })

  it('closes an idle stream, so that its lock is free again', async () => {
    const server = await startServer(engine, { idle: 20 })
    await server.execute('CREATE TABLE t (a)')
    const { baton } = await server.send([execute('BEGIN IMMEDIATE'), execute('INSERT INTO t VALUES (1)')])
    expect((await server.execute('INSERT INTO t VALUES (2)'))?.type).toBe('ok')
    expect(await (await server.post({ baton, requests: [] })).json()).toMatchObject({ code: 'STREAM_EXPIRED' })
    expect((await server.execute('SELECT a FROM t'))?.response?.result.rows).toEqual([[{ type: 'integer', value: '2' }]])
  })

  it('rolls back a transaction that is open too long, and says so at every later statement', async () => {
    const server = await startServer(engine, { transaction: 20 })
    await server.execute('CREATE TABLE t (a)')
    const { baton } = await server.send([execute('BEGIN IMMEDIATE'), execute('INSERT INTO t VALUES (1)')])
    expect((await server.execute('INSERT INTO t VALUES (2)'))?.type).toBe('ok')
    const late = await server.send([execute('INSERT INTO t VALUES (3)'), execute('COMMIT')], baton)
    expect(late.results.map(({ error }) => error?.code)).toEqual(['TXN_TIMEOUT', 'TXN_TIMEOUT'])
    expect((await server.execute('SELECT a FROM t'))?.response?.result.rows).toHaveLength(1)
  })

  it('gives up on a lock with SQLITE_BUSY', async () => {
    const server = await startServer(engine, { lock: 20 })
    await server.execute('CREATE TABLE t (a)')
    const { baton } = await server.send([execute('BEGIN IMMEDIATE')])
    expect((await server.execute('INSERT INTO t VALUES (2)'))?.error?.code).toBe('SQLITE_BUSY')
    await server.send([{ type: 'close' }], baton)
  })

  it('lets parallel writers and transactions all succeed', async () => {
    const client = (await startServer(engine)).client()
    await client.execute('CREATE TABLE t (a)')
    const writeOne = async (a: number) => {
      const transaction = await client.transaction('write')
      await transaction.execute({ sql: 'INSERT INTO t VALUES (?)', args: [a] })
      await transaction.commit()
    }
    const insert = (a: number) => client.batch([{ sql: 'INSERT INTO t VALUES (?)', args: [a] }], 'write')
    await Promise.all(Array.from({ length: 24 }, (_, a) => (a % 3 === 0 ? writeOne(a) : insert(a))))
    expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(24)
  })

  it('can commit after a lock was refused, whatever the statement', async () => {
    const server = await startServer(engine, { lock: 0 })
    await server.execute('CREATE TABLE t (a)')
    const one = [{ type: 'integer', value: '1' }]
    const statements = [execute('INSERT INTO t VALUES (?)', one), execute('INSERT INTO t VALUES (?) RETURNING a', one)]
    const writer = await server.send([execute('BEGIN IMMEDIATE')])
    const waiter = await server.send([...statements, execute('BEGIN'), ...statements, execute('COMMIT')])
    expect(waiter.results.map(({ error }) => error?.code)).toEqual([
      'SQLITE_BUSY',
      'SQLITE_BUSY',
      undefined,
      'SQLITE_BUSY',
      'SQLITE_BUSY',
      undefined,
    ])
    await server.send([{ type: 'close' }], writer.baton)
    const after = await server.send([...statements, execute('BEGIN'), ...statements, execute('COMMIT')], waiter.baton)
    expect(after.results.map(({ type }) => type)).toEqual(Array(6).fill('ok'))
  })

  it('leaves no trace of one stream in another', async () => {
    const server = await startServer(engine)
    await server.send([execute('CREATE TEMP TABLE secret (a)'), execute('PRAGMA foreign_keys = OFF'), { type: 'close' }])
    await server.send([execute('BEGIN'), execute('CREATE TABLE unfinished (a)'), { type: 'close' }])
    expect((await server.execute('SELECT * FROM secret'))?.error?.message).toContain('no such table')
    expect((await server.execute('SELECT * FROM unfinished'))?.error?.message).toContain('no such table')
    const settings = await server.send([execute('PRAGMA foreign_keys'), execute('PRAGMA synchronous'), execute('PRAGMA journal_mode')])
    const values = settings.results.map(({ response }) => response?.result.rows)
    expect(values).toEqual([[[{ type: 'integer', value: '1' }]], [[{ type: 'integer', value: '2' }]], [[{ type: 'text', value: 'wal' }]]])
  })

  it('describes a statement without running it', async () => {
    const server = await startServer(engine)
    await server.execute('CREATE TABLE t (a INTEGER)')
    const { results } = await server.send([
      { type: 'describe', sql: 'SELECT a, 1 FROM t WHERE a = :a AND ?' },
      { type: 'describe', sql: 'DELETE FROM t' },
      { type: 'describe', sql: 'SELECT missing' },
    ])
    expect(results[0]?.response?.result).toEqual({
      params: [{ name: ':a' }, { name: null }],
      cols: [
        { name: 'a', decltype: 'INTEGER' },
        { name: '1', decltype: null },
      ],
      is_explain: false,
      is_readonly: true,
    })
    expect(results[1]?.response?.result).toMatchObject({ cols: [], is_readonly: false })
    expect(results[2]?.error).toEqual({ code: 'SQLITE_ERROR', message: 'SQLite error: no such column: missing' })
  })
})
