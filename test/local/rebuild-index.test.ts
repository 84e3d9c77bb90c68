import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AllCompletions, complete } from '../../worker/domain/catalogue/suggest/completions.ts'
import { rebuildIndex } from '../../worker/jobs/rebuild-index.ts'
import { rebuildInThreads } from '../../worker/local/index-threads.ts'
import { inventCatalogue } from '../bench/catalogue/invented-catalogue.ts'
import { fillLibrary } from '../bench/library/fill-library.ts'
import { openInNode } from '../support/in-node.ts'

const NOW = new Date('2026-11-23T05:00:00Z')
let library: Awaited<ReturnType<typeof openInNode>>
beforeAll(async () => {
  library = await openInNode(() => NOW)
  await fillLibrary(library.client, await inventCatalogue(2_500, 2026), () => undefined)
}, 120_000)
afterAll(() => library.close())

const TABLES = ['index_lines', 'index_facets', 'index_samples', 'spellings', 'completions', 'sort_ranges', 'catalogue_index_data']

async function index() {
  const tables = await Promise.all(TABLES.map((table) => library.client.execute(`SELECT * FROM ${table}`)))
  return tables.map(({ rows }) => rows.map((row) => JSON.stringify(Object.values(row))).sort())
}

it('is the same when threads work it out as when one alone does', async () => {
  await rebuildIndex(library.client, NOW)
  const alone = await index()
  const progress: number[] = []
  await rebuildInThreads(library, NOW, (records) => progress.push(records))
  expect(progress).toEqual([1_000, 2_000, 2_500])
  expect(await index()).toEqual(alone)
})

it('suggests of all that begin so the titles that are wanted most', async () => {
  const { rows } = await library.client.execute(
    'SELECT l.place, l.record_id, l.title_keys, r.title FROM index_lines l JOIN records r ON r.id = l.record_id ORDER BY r.id',
  )
  const all: AllCompletions = new Map()
  for (const { place, record_id, title_keys, title } of rows) {
    const entry = { place: Number(place), recordId: Number(record_id), titleKeys: String(title_keys), authors: [], subjects: [] }
    complete(all, { entry, title: String(title) }, { has: () => true })
  }
  const kept = await library.client.execute('SELECT * FROM completions')
  const full = kept.rows.map((row) => Object.values(row)).filter(([, list]) => JSON.parse(String(list)).titles.length > 5)
  expect(full.length).toBeGreaterThan(100)
  expect(full.map(([hash, list]) => [hash, JSON.parse(String(list)).titles])).toEqual(
    full.map(([hash]) => [hash, all.get(Number(hash))?.titles]),
  )
})

it('tells why it is not built when the threads do not reach the database', async () => {
  const nowhere = { client: library.client, address: { url: 'http://127.0.0.1:1' } }
  await expect(rebuildInThreads(nowhere, NOW)).rejects.toThrow(/unavailable/)
  await rebuildIndex(library.client, NOW)
})
