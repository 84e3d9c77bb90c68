import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { serve } from '../../db/server/serve.ts'
import { createApp } from '../../worker/app.ts'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'

const nowhere = { get: async () => null, put: async () => undefined }

/** An empty, migrated library with the product's own routes, all in this process; KV keeps nothing. */
export async function openInNode(now: () => Date) {
  const directory = mkdtempSync(join(tmpdir(), 'bulaq-in-node-'))
  const server = await serve({ file: join(directory, 'library.db') })
  const address = { url: server.url }
  const { client } = openDatabase(address)
  await migrate(client, readMigrations())
  const app = createApp({ now, fetch })
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  const send = async (path: string): Promise<Response> =>
    app.request(path, {}, { LIBSQL_URL: server.url, CACHE: nowhere, ASSETS: {} }, context)
  const get = async (path: string) => {
    const response = await send(path)
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    client,
    address,
    send,
    get,
    find: async (q: string, filters = ''): Promise<SearchAnswer> => {
      const query = new URLSearchParams(filters)
      query.set('q', q)
      return get(`/api/catalogue?${query}`)
    },
    close: async () => {
      client.close()
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
