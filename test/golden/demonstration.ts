import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { seedLibrary } from '../../db/seed/seed.ts'
import { serve } from '../../db/server/serve.ts'
import { createApp } from '../../worker/app.ts'

const NOW = new Date('2026-03-11T06:00:00Z')
const nowhere = { get: async () => null, put: async () => undefined }

/** The demonstration library with the product's own routes, in this process. */
export async function openDemonstration() {
  const directory = mkdtempSync(join(tmpdir(), 'bulaq-golden-'))
  const server = await serve({ file: join(directory, 'library.db') })
  const { client } = openDatabase({ url: server.url })
  await migrate(client, readMigrations())
  await seedLibrary(client, { today: '2026-03-11', passwordHash: 'nobody signs in' })
  const app = createApp({ now: () => NOW, fetch })
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  return {
    client,
    find: async (q: string, filters: string) => {
      const query = new URLSearchParams(filters)
      query.set('q', q)
      const response = await app.request(`/api/catalogue?${query}`, {}, { LIBSQL_URL: server.url, CACHE: nowhere, ASSETS: {} }, context)
      if (response.status !== 200) throw new Error(`${q}: ${response.status} ${await response.text()}`)
      const page: { hits: { id: number; title: string; author: string | null }[]; corrected?: { shown: string } } = await response.json()
      return page
    },
    close: async () => {
      client.close()
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
