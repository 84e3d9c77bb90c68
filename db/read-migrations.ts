import { readdirSync, readFileSync } from 'node:fs'
import type { Migration } from './migrate.ts'

const folder = new URL('./migrations/', import.meta.url)

/** The migrations of this checkout, in order. */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }))
}
