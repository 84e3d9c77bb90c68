import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startSystem } from './system.ts'

/** The demonstration library is invented once for all browser tests: each file works on a copy. */
export default async function furnish(project: TestProject) {
  const system = await startSystem()
  const library = String(system.env.BULAQ_DATA)
  await system.stop()
  project.provide('furnishedLibrary', library)
  return () => rmSync(library, { recursive: true, force: true })
}
