import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { freePort } from './system.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

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
  const child = spawn(process.execPath, ['test/support/furnish-library.ts'], { cwd: PROJECT, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let printed = ''
  child.stderr.on('data', (text) => (printed += text))
  child.once('exit', (code) => writeFileSync(join(library, 'outcome'), code === 0 ? '' : `ended with ${code}:\n${printed}`))
  process.once('exit', () => child.kill())
  return library
}
