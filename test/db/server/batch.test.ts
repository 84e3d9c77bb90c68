import { describe, expect, it } from 'vitest'
import { engines, startServer } from './serving.ts'

type Step = { stmt: { sql: string; args?: unknown[] }; condition?: unknown }

const step = (sql: string, condition?: unknown): Step => (condition ? { stmt: { sql }, condition } : { stmt: { sql } })

describe.each(engines)('batches (%s)', (engine) => {
  async function outcomes(steps: Step[]) {
    const server = await startServer(engine)
    const { results } = await server.send([{ type: 'batch', batch: { steps } }])
    const result = results[0]?.response?.result
    if (!result) return results[0]?.error?.code
    const { step_results: done, step_errors: errors } = result
    if (!Array.isArray(done) || !Array.isArray(errors)) return 'no steps'
    return done.map((result, index) => (result ? 'ok' : errors[index] ? 'error' : 'skipped'))
  }

  it('runs a step when its condition holds', async () => {
    const ok = (step: number) => ({ type: 'ok', step })
    const error = (step: number) => ({ type: 'error', step })
    expect(
      await outcomes([
        step('SELECT 1'),
        step('SELECT nothing'),
        step('SELECT 2', ok(0)),
        step('SELECT 2', ok(1)),
        step('SELECT 2', error(1)),
        step('SELECT 2', error(3)),
        step('SELECT 2', { type: 'not', cond: ok(3) }),
        step('SELECT 2', { type: 'and', conds: [ok(0), error(1)] }),
        step('SELECT 2', { type: 'or', conds: [ok(1), error(0)] }),
        step('BEGIN', { type: 'is_autocommit' }),
        step('SELECT 2', { type: 'is_autocommit' }),
      ]),
    ).toEqual(['ok', 'error', 'ok', 'skipped', 'ok', 'skipped', 'ok', 'ok', 'skipped', 'ok', 'skipped'])
  })

  it('refuses a condition that looks forward', async () => {
    expect(await outcomes([step('SELECT 1', { type: 'not', cond: { type: 'ok', step: 0 } })])).toBe('BATCH_COND_BAD_STEP')
  })

  it('runs nothing when a later step is malformed', async () => {
    const server = await startServer(engine)
    for (const bad of [step('SELECT 1; SELECT 2'), step('SELECT ?'), step('')]) {
      const { results } = await server.send([{ type: 'batch', batch: { steps: [step('CREATE TABLE t (a)'), bad] } }])
      expect(results[0]?.type).toBe('error')
    }
    expect((await server.execute('SELECT * FROM t'))?.error?.message).toContain('no such table')
  })

  it('answers as many results as there are requests', async () => {
    const server = await startServer(engine)
    const { results, baton } = await server.send([
      { type: 'store_sql', sql_id: 1, sql: 'SELECT 1' },
      { type: 'execute', stmt: { sql_id: 1 } },
      { type: 'close_sql', sql_id: 1 },
      { type: 'execute', stmt: { sql_id: 1 } },
      { type: 'get_autocommit' },
      { type: 'close' },
      { type: 'execute', stmt: { sql: 'SELECT 1' } },
    ])
    expect(results.map(({ type, error }) => error?.code ?? type)).toEqual(['ok', 'ok', 'ok', 'SQL_NOT_FOUND', 'ok', 'ok', 'STREAM_CLOSED'])
    expect(results[4]?.response?.is_autocommit).toBe(true)
    expect(baton).toBeNull()
  })

  it('rolls a failed batch of the client back and names the constraint', async () => {
    const server = await startServer(engine)
    const client = server.client()
    await client.executeMultiple('CREATE TABLE loans (copy_id INTEGER UNIQUE); INSERT INTO loans VALUES (1);')
    const failing = client.batch(['INSERT INTO loans VALUES (2)', 'INSERT INTO loans VALUES (1)'], 'write')
    await expect(failing).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
      message: expect.stringContaining('SQLite error: UNIQUE constraint failed: loans.copy_id'),
      statementIndex: 1,
    })
    expect((await client.execute('SELECT count(*) AS n FROM loans')).rows[0]?.n).toBe(1)
  })

  it('enforces foreign keys and keeps a script that fails half done', async () => {
    const client = (await startServer(engine)).client()
    await client.executeMultiple(`
      CREATE TABLE a (id INTEGER PRIMARY KEY);
      CREATE TABLE b (a_id REFERENCES a);
      CREATE TABLE log (n);
      CREATE TRIGGER a_log AFTER INSERT ON a BEGIN
        INSERT INTO log SELECT CASE WHEN new.id > 1 THEN 2 ELSE 1 END;
      END;
      INSERT INTO a VALUES (1); INSERT INTO a VALUES (5);`)
    expect((await client.execute('SELECT n FROM log')).rows.map(({ n }) => n)).toEqual([1, 2])
    const failing = client.executeMultiple('INSERT INTO a VALUES (7); INSERT INTO b VALUES (9); INSERT INTO a VALUES (8)')
    await expect(failing).rejects.toThrow('FOREIGN KEY constraint failed')
    expect((await client.execute('SELECT max(id) AS id FROM a')).rows[0]?.id).toBe(7)
  })
})
