import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort, runScript } from './system.ts'

/**
 * The demonstration library is invented once for the browser tests of all projects, while other tests run: each file works on a copy,
 * once a file in its folder says what came of it.
 */
export default async function furnish(project: TestProject) {
  process.env.BULAQ_FURNISHED ??= await beginFurnishing()
  const library = process.env.BULAQ_FURNISHED
  project.provide('furnishedLibrary', library)
  return () => rmSync(library, { recursive: true, force: true })
}

async function beginFurnishing(): Promise<string> {
  const library = mkdtempSync(join(tmpdir(), 'bulaq-furnished-'))
  const env = { ...process.env, BULAQ_DATA: join(library, 'data'), LIBSQL_PORT: String(await freePort()) }
  void runScript('test/support/furnish-library.ts', [], env).then(({ code, output }) =>
    writeFileSync(join(library, 'outcome'), code === 0 ? '' : `ended with ${code}:\n${output}`),
  )
  return library
}
