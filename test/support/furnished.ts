import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as passing } from 'node:timers/promises'
import { inject } from 'vitest'
import { type System, startSystem } from './system.ts'

/** Starts the whole system on a copy of its own of the demonstration library. */
export async function startFurnished(): Promise<System> {
  const library = inject('furnishedLibrary')
  const outcome = join(library, 'outcome')
  while (!existsSync(outcome)) await passing(50)
  const failure = readFileSync(outcome, 'utf8')
  if (failure !== '') throw new Error(`the demonstration library could not be invented: ${failure}`)
  const data = mkdtempSync(join(tmpdir(), 'bulaq-system-'))
  cpSync(join(library, 'data'), data, { recursive: true })
  return startSystem(data)
}
