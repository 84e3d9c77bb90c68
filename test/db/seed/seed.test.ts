import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../../../db/client.ts'
import { migrate } from '../../../db/migrate.ts'
import { readMigrations } from '../../../db/read-migrations.ts'
import { isEmpty, seedLibrary } from '../../../db/seed/seed.ts'
import { serve } from '../../../db/server/serve.ts'

const directory = mkdtempSync(join(tmpdir(), 'bulaq-seed-'))
const server = await serve({ file: join(directory, 'seed.db') })
const { client } = openDatabase({ url: server.url })

afterAll(async () => {
  client.close()
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})

const one = async (sql: string) => Number(Object.values((await client.execute(sql)).rows[0] ?? {})[0])

it('fills an empty database with a library that keeps its own laws', async () => {
  await migrate(client, readMigrations())
  expect(await isEmpty(client)).toBe(true)
  const counts = await seedLibrary(client, { today: '2026-03-11', passwordHash: 'hash' })
  expect(await isEmpty(client)).toBe(false)
  expect(counts.records).toBeGreaterThan(1_300)
  expect(counts.copies).toBe(await one('SELECT count(*) FROM copies'))
  expect(counts.loans).toBe(await one('SELECT count(*) FROM loans'))
  expect(await one('SELECT sum(loans_made) FROM readers')).toBe(counts.loans)
  expect(
    await one("SELECT count(*) FROM copies JOIN records ON records.id = record_id WHERE title = 'Көшпенділер' AND copies.id <= 3"),
  ).toBe(3)
  expect(await one("SELECT count(*) FROM holds WHERE state = 'queued'")).toBeGreaterThan(4)
  expect(await one("SELECT count(*) FROM holds WHERE state = 'waiting'")).toBeGreaterThan(0)
  expect(await one('SELECT count(*) FROM transfers WHERE received_at IS NULL')).toBeGreaterThan(2)
  expect(await one('SELECT count(DISTINCT kind) FROM copy_incidents WHERE closed_at IS NULL')).toBe(4)
  expect(await one('SELECT count(*) FROM day_figures')).toBe(0)
  expect(await one('SELECT count(*) FROM pragma_foreign_key_check')).toBe(0)
})
