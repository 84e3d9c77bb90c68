import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startSystem } from './system.ts'

/** The demonstration library is invented once for the browser tests of all projects: each file works on a copy. */
export default async function furnish(project: TestProject) {
  process.env.BULAQ_FURNISHED ??= await furnished()
  const library = process.env.BULAQ_FURNISHED
  project.provide('furnishedLibrary', library)
  return () => rmSync(library, { recursive: true, force: true })
}

async function furnished(): Promise<string> {
  const system = await startSystem()
  await system.stop()
  return String(system.env.BULAQ_DATA)
}
