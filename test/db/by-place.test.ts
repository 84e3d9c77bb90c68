import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byPlace } from '../../db/by-place.ts'
import { openDatabase, rowsOf } from '../../db/client.ts'
import { openInProcess } from '../support/in-process.ts'

const directory = mkdtempSync(join(tmpdir(), 'by-place-'))
let server: Awaited<ReturnType<typeof openInProcess>>
beforeAll(async () => {
  server = await openInProcess(directory)
})
afterAll(() => {
  server.close()
  rmSync(directory, { recursive: true })
})

async function row(sql: string, args: Record<string, string | number | null>) {
  const db = openDatabase({ url: server.url, fetch: server.answer as typeof fetch })
  const { asked } = await db.ask({ asked: { statements: [{ sql, args }], read: (results) => ({ ...rowsOf(results)[0] }) } })
  return asked
}

describe('a statement whose arguments go by their place', () => {
  it('gives each name its value, in whatever order they are given, and however often it stands', async () => {
    expect(await row('SELECT :b AS x, :a AS y, :b || :a AS z', { a: 'one', b: 'two' })).toEqual({ x: 'two', y: 'one', z: 'twoone' })
    expect(await row('WITH t(n) AS (SELECT :from) SELECT n + :more AS n FROM t WHERE n = :from', { more: 2, from: 40 })).toEqual({ n: 42 })
  })

  it('takes no colon between quotes for a name', async () => {
    expect(await row("SELECT ':a' AS x, 'it''s :b' AS y, :a AS z", { a: null })).toEqual({ x: ':a', y: "it's :b", z: null })
  })

  it('is refused when a name has no value', () => {
    expect(() => byPlace({ sql: 'SELECT :a, :b', args: { a: 1 } })).toThrow('no value for :b')
  })

  it('leaves alone what has no names', () => {
    for (const statement of ['SELECT 1', { sql: 'SELECT ?', args: [1] }, { sql: 'SELECT 1', args: [] }])
      expect(byPlace(statement)).toBe(statement)
  })
})
