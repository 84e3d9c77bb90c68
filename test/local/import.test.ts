import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client/http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { serve } from '../../db/server/serve.ts'
import { importRecords } from '../../worker/jobs/import-records.ts'
import { rusmarcFile } from '../fixtures/records/rusmarc.ts'

const directory = mkdtempSync(join(tmpdir(), 'bulaq-import-'))
let server: Awaited<ReturnType<typeof serve>>
let client: Client

beforeAll(async () => {
  server = await serve({ directory })
})
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})
beforeEach(async () => {
  client = createClient({ url: `${server.url}/${crypto.randomUUID()}/` })
  await migrate(client, readMigrations())
  await client.execute(
    "INSERT INTO branches (id, code, name_kk, name_ru, name_en) VALUES (1, 'central', '', '', ''), (2, 'abonement', '', '', '')",
  )
})

async function* inPieces(bytes: Uint8Array, size = 97) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const take = (bytes: Uint8Array, fileName = 'file') =>
  importRecords(client, inPieces(bytes), { fileName, defaultBranchId: 1, now: new Date('2026-11-23T05:00:00Z') })
const table = async (sql: string) => (await client.execute(sql)).rows
const everything = () =>
  Promise.all(['records', 'record_originals', 'copies', 'quarantine'].map((name) => table(`SELECT * FROM ${name} ORDER BY 1`)))

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
const garbage = new TextEncoder().encode('00050nam0 2200000   450 this is not a directory\x1e\x1d')

describe('importing', () => {
  it('takes in RUSMARC in KOI8-R, with its copies and its original bytes', async () => {
    expect(await take(rusmarcFile())).toMatchObject({ read: 2, added: 2, updated: 0, unchanged: 0, quarantined: 0 })
    expect(await table('SELECT title, author, year, language FROM records ORDER BY id')).toMatchObject([
      { title: 'Ледяной дом', author: 'Лажечников, Иван Иванович', year: 1835, language: 'rus' },
      { title: 'Юрий Милославский', author: 'Загоскин, Михаил Николаевич', year: 1829, language: 'rus' },
    ])
    expect(await table('SELECT barcode, branch_id FROM copies ORDER BY id')).toMatchObject([
      { barcode: '39990000000011', branch_id: 1 },
      { barcode: '39990000000022', branch_id: 1 },
    ])
    expect(await table('SELECT DISTINCT dialect, encoding FROM record_originals')).toMatchObject([
      { dialect: 'unimarc', encoding: 'koi8-r' },
    ])
    const kept = await table('SELECT bytes FROM record_originals JOIN records r ON r.id = record_id ORDER BY r.id')
    expect(joined(...kept.map(({ bytes }) => (bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : new Uint8Array())))).toEqual(
      rusmarcFile(),
    )
  })

  it('changes nothing when the same file comes again', async () => {
    await take(joined(rusmarcFile(), garbage))
    const before = await everything()
    expect(await take(joined(rusmarcFile(), garbage))).toMatchObject({ read: 3, added: 0, updated: 0, unchanged: 2, quarantined: 1 })
    expect(await everything()).toEqual(before)
  })

  it('sets a bad record aside with its number, its bytes and the reason, and goes on', async () => {
    expect(await take(joined(garbage, rusmarcFile(), garbage))).toMatchObject({ added: 2, quarantined: 2, read: 4 })
    const [row] = await table('SELECT number, reason, detail, length(bytes) AS size FROM quarantine')
    expect(row).toMatchObject({ number: 1 })
    expect(Number(row?.size)).toBeGreaterThan(0)
    expect(String(row?.detail)).toMatch(/\w+ \w+/)
  })

  it('updates a record that changed and keeps its copies and both originals', async () => {
    await take(rusmarcFile())
    const text = Buffer.from(rusmarcFile()).toString('latin1').replace('1835', '1836')
    expect(await take(Uint8Array.from(Buffer.from(text, 'latin1')))).toMatchObject({ updated: 1, unchanged: 1 })
    expect(await table("SELECT year FROM records WHERE title = 'Ледяной дом'")).toMatchObject([{ year: 1836 }])
    expect(await table('SELECT count(*) AS n FROM copies')).toMatchObject([{ n: 2 }])
    expect(await table('SELECT count(*) AS n FROM record_originals')).toMatchObject([{ n: 3 }])
  })

  it('keeps two books apart that two libraries numbered alike', async () => {
    const other = Buffer.from(rusmarcFile()).toString('latin1').replaceAll('TEST\\0002', 'TEST\\0001').replaceAll('0022', '0033')
    await take(rusmarcFile())
    expect(await take(Uint8Array.from(Buffer.from(other, 'latin1')))).toMatchObject({ added: 1, unchanged: 1 })
    expect(await table('SELECT DISTINCT title FROM records')).toHaveLength(2)
  })

  it('writes the index in the same batch', async () => {
    await take(rusmarcFile())
    expect(await table('SELECT rowid FROM catalogue_index WHERE catalogue_index MATCH \'"dom"\'')).toHaveLength(1)
  })
})
