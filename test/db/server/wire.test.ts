import { describe, expect, it } from 'vitest'
import { engines, execute, startServer } from './serving.ts'

describe.each(engines)('values on the wire (%s)', (engine) => {
  it('writes integers as strings, floats as numbers and blobs without padding', async () => {
    const server = await startServer(engine)
    const answer = await server.execute("SELECT 9007199254740993, 0.5, x'01', 'қ', NULL, 2.0")
    expect(answer?.response?.result.rows).toEqual([
      [
        { type: 'integer', value: '9007199254740993' },
        { type: 'float', value: 0.5 },
        { type: 'blob', base64: 'AQ' },
        { type: 'text', value: 'қ' },
        { type: 'null' },
        { type: 'float', value: 2 },
      ],
    ])
  })

  it('takes blobs with and without padding, alone in the arguments too', async () => {
    const server = await startServer(engine)
    for (const base64 of ['AQ', 'AQ==', '']) {
      const answer = await server.execute('SELECT hex(?)', [{ type: 'blob', base64 }])
      expect(answer?.response?.result.rows).toEqual([[{ type: 'text', value: base64 === '' ? '' : '01' }]])
    }
  })

  it('keeps integers integers and floats floats', async () => {
    const server = await startServer(engine)
    const args = [
      { type: 'integer', value: '1' },
      { type: 'integer', value: '-9223372036854775808' },
      { type: 'float', value: 1 },
    ]
    const answer = await server.execute('SELECT typeof(?), ?2, typeof(?)', args)
    expect(answer?.response?.result.rows).toEqual([
      [
        { type: 'text', value: 'integer' },
        { type: 'integer', value: '-9223372036854775808' },
        { type: 'text', value: 'real' },
      ],
    ])
  })

  it('survives text that is not UTF-8 or holds NUL, lone surrogates and infinity', async () => {
    const server = await startServer(engine)
    const sql = "SELECT CAST(x'ff41' AS TEXT), 'a' || char(0) || 'b', ?, 1e999"
    const answer = await server.execute(sql, [{ type: 'text', value: 'a\ud800' }])
    expect(answer?.response?.result.rows).toEqual([
      [
        { type: 'text', value: '\ufffdA' },
        { type: 'text', value: 'a\0b' },
        { type: 'text', value: 'a\ufffd' },
        { type: 'float', value: Number.POSITIVE_INFINITY },
      ],
    ])
  })

  it('refuses values that are none, before anything runs', async () => {
    const server = await startServer(engine)
    for (const value of [
      { type: 'integer', value: 1 },
      { type: 'integer', value: '9223372036854775808' },
      { type: 'boolean', value: true },
    ]) {
      const response = await server.post({ requests: [execute('CREATE TABLE t (a)'), execute('SELECT ?', [value])] })
      expect(response.status).toBe(400)
    }
    expect((await server.execute('SELECT * FROM t'))?.error?.message).toContain('no such table')
  })
})

describe.each(engines)('counts (%s)', (engine) => {
  it('counts affected rows of INSERT, UPDATE and DELETE only', async () => {
    const server = await startServer(engine)
    const counts: unknown[] = []
    const statements = [
      'CREATE TABLE t (a)',
      'INSERT INTO t VALUES (1), (2)',
      'SELECT * FROM t',
      'CREATE TABLE u (a)',
      'WITH x AS (SELECT 3) INSERT INTO t SELECT * FROM x RETURNING a',
      'UPDATE t SET a = 0 WHERE a > 9',
      'BEGIN',
      'DELETE FROM t',
      'COMMIT',
    ]
    const { results } = await server.send(statements.map((sql) => execute(sql)))
    for (const { response } of results) counts.push(response?.result.affected_row_count)
    expect(counts).toEqual([0, 2, 0, 0, 1, 0, 0, 3, 0])
    expect(results[1]?.response?.result).toMatchObject({ last_insert_rowid: '2', rows_written: 2 })
  })

  it('checks the number of arguments and their names', async () => {
    const server = await startServer(engine)
    const value = { type: 'null' }
    expect((await server.execute('SELECT ?, ?', [value]))?.error?.code).toBe('ARGS_INVALID')
    expect((await server.execute('SELECT ?', [value, value]))?.error?.code).toBe('ARGS_INVALID')
    const named = (sql: string, names: string[]) => ({
      type: 'execute',
      stmt: { sql, named_args: names.map((name) => ({ name, value })) },
    })
    const { results } = await server.send([
      named('SELECT :a, @b', ['a', '@b']),
      named('SELECT :a, @b', ['a']),
      named('SELECT :a', ['a', 'c']),
    ])
    expect(results.map(({ error }) => error?.code)).toEqual([undefined, 'ARGS_INVALID', 'ARGS_INVALID'])
  })

  it('lets positional arguments fill named parameters, by index', async () => {
    const server = await startServer(engine)
    const args = ['1', '2', '3'].map((value) => ({ type: 'integer', value }))
    const answer = await server.execute('SELECT ?2, :a, ?, ?1', [...args, { type: 'integer', value: '4' }])
    const values = [['2', '3', '4', '1'].map((value) => ({ type: 'integer', value }))]
    expect(answer?.response?.result.rows).toEqual(values)
  })

  it('refuses many statements in one, and none', async () => {
    const server = await startServer(engine)
    const codes: unknown[] = []
    for (const sql of ['SELECT 1; SELECT 2', 'SELECT 1; -- one', "SELECT ';'", ' -- none', 'SELECT 1;\0SELECT 2']) {
      codes.push((await server.execute(sql))?.error?.code)
    }
    expect(codes).toEqual(['SQL_MANY_STATEMENTS', undefined, undefined, 'SQL_NO_STATEMENT', 'SQL_PARSE_ERROR'])
  })
})
