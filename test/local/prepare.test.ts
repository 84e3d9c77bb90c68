import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { importRecords } from '../../worker/jobs/import-records.ts'
import { bringUpToDate } from '../../worker/local/prepare.ts'
import { rusmarcFile } from '../fixtures/records/rusmarc.ts'
import { openInNode } from '../support/in-node.ts'

const NOW = new Date('2026-11-23T05:00:00Z')
let library: Awaited<ReturnType<typeof openInNode>>
beforeAll(async () => {
  library = await openInNode(() => NOW)
  await library.client.execute("INSERT INTO branches (id, code, name_kk, name_ru, name_en) VALUES (1, 'central', '', '', '')")
  const file = (async function* () {
    yield rusmarcFile()
  })()
  await importRecords(library.client, file, { fileName: 'rusmarc', defaultBranchId: 1, now: NOW })
})
afterAll(() => library.close())

it('builds the index anew that a migration has emptied', async () => {
  const before = await library.find('')
  expect(before.total).toBeGreaterThan(0)
  const emptying = readMigrations().filter(({ name }) => name.startsWith('0031'))
  await migrate(
    library.client,
    emptying.map(({ sql }) => ({ name: '9999_again.sql', sql })),
  )
  const said: string[] = []
  await bringUpToDate(library, (line) => said.push(line), NOW)
  expect(said).toContain(`index: ${before.total} records`)
  const after = await library.find('')
  expect(after.hits.map(({ id }) => id)).toEqual(before.hits.map(({ id }) => id))
  await bringUpToDate(library, (line) => said.push(line), NOW)
  expect(said.filter((line) => line.startsWith('index'))).toHaveLength(1)
})
