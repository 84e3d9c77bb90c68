import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type System, startSystem } from './system.ts'

/** Starts the whole system on a copy of its own of the demonstration library. */
export function startFurnished(): Promise<System> {
  const data = mkdtempSync(join(tmpdir(), 'bulaq-system-'))
  cpSync(inject('furnishedLibrary'), data, { recursive: true })
  return startSystem(data)
}
