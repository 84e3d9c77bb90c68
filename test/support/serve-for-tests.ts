import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/http'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { type EngineName, loadEngine } from '../../db/server/engine.ts'
import { serve } from '../../db/server/serve.ts'
import { hasty } from './hasty.ts'
import { fillLibrary } from './small-library.ts'

/** A libSQL server for one test project, with as many databases as its tests name: each begins as the small library. */
export async function serveForTests(project: TestProject, name: EngineName) {
  const directory = mkdtempSync(join(tmpdir(), 'bulaq-test-'))
  const template = join(directory, 'small-library.sqlite')
  const engine = hasty(await loadEngine(name))
  const making = await serve({ file: template, engine })
  const client = createClient({ url: making.url })
  await migrate(client, readMigrations())
  await fillLibrary(client)
  client.close()
  await making.close()
  const server = await serve({ directory, template, engine })
  project.provide('libsqlUrl', server.url)
  return async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
