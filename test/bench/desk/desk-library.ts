import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/http'
import { inventCatalogue } from '../catalogue/invented-catalogue.ts'
import { startDatabase } from '../library/database-process.ts'
import { openLibrary } from '../library/open-library.ts'
import { openRowCounter, type RowCounter } from '../measure/row-counter.ts'
import { type Desk, openDesk } from './desk.ts'
import { type DeskSize, fillHistory } from './fill-history.ts'

export interface DeskLibrary {
  years: number
  desk: Desk
  /** Undefined where the database does not fit the memory of WebAssembly. */
  counter: RowCounter | undefined
  /** Free copies at their own branches, spread over the catalogue. */
  copies: { barcode: string; branch: number }[]
  megabytes: number
  seconds: number
  close(): Promise<void>
}

/** Not the seed of the search's bench: neither takes the other's library away. */
const SEED = 650
const MOST_BYTES = 1_500_000_000

/** The catalogue that all desks of this size begin from. */
export async function buildCatalogue(titles: number, say: (line: string) => void): Promise<string> {
  const library = await openLibrary(await inventCatalogue(titles, SEED), { reuse: 'unchanged', plain: false }, say)
  await createClient({ url: library.url }).execute('PRAGMA wal_checkpoint(TRUNCATE)')
  await library.close()
  return library.file
}

export async function openDeskLibrary(catalogue: string, size: DeskSize, deeds: number): Promise<DeskLibrary> {
  const started = performance.now()
  const directory = join(tmpdir(), 'bulaq-bench', `desk-${size.readers}-${size.years}`)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'desk.db')
  copyFileSync(catalogue, file)
  await fillHistory(file, size)
  const bytes = statSync(file).size
  const counter = bytes < MOST_BYTES && existsSync(file) ? await openRowCounter(file) : undefined
  const server = await startDatabase(directory)
  const url = `${server.url}/desk/`
  const { rows } = await createClient({ url }).execute({
    sql: `SELECT barcode, branch_id FROM copies c WHERE NOT EXISTS (SELECT 1 FROM copy_whereabouts w WHERE w.copy_id = c.id)
          ORDER BY c.id * 7919 % 1000003 LIMIT ?`,
    args: [deeds],
  })
  return {
    years: size.years,
    desk: openDesk(url),
    counter,
    copies: rows.map((row) => ({ barcode: String(row.barcode), branch: Number(row.branch_id) })),
    megabytes: Math.round(bytes / 1e6),
    seconds: (performance.now() - started) / 1000,
    close: async () => {
      counter?.close()
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
