import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readMigrations } from '../../db/read-migrations.ts'
import { serve } from '../../db/server/serve.ts'

/** A libSQL server for one test project, with as many databases as its tests name. */
export async function serveForTests(project: TestProject, engine: 'node-sqlite' | 'libsql') {
  const directory = mkdtempSync(join(tmpdir(), 'bulaq-test-'))
  const server = await serve({ directory, engine })
  project.provide('libsqlUrl', server.url)
  project.provide('migrations', readMigrations())
  return async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
