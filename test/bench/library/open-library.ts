import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client/http'
import { migrate } from '../../../db/migrate.ts'
import { readMigrations } from '../../../db/read-migrations.ts'
import { rebuildInThreads } from '../../../worker/local/index-threads.ts'
import type { InventedCatalogue } from '../catalogue/invented-catalogue.ts'
import { startDatabase } from './database-process.ts'
import { fillLibrary } from './fill-library.ts'
import { type IndexSize, indexSize } from './index-size.ts'
import { buildPlainIndex } from './plain-index.ts'

export interface Library {
  catalogue: InventedCatalogue
  /** Of the product's database, and of the plain one. */
  url: string
  plainUrl: string
  file: string
  build: Build
  close(): Promise<void>
}

export interface Build {
  titles: number
  copies: number
  fillSeconds: number
  indexSeconds: number
  plainSeconds: number
  size: IndexSize
}

export const NOW = new Date('2026-11-23T05:00:00Z')
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
/** A library kept from an earlier run is used again only while all of these are as they were. */
const SOURCES = [
  'db/migrations/*.sql',
  'db/catalogue/{re*,spelling}.ts',
  'worker/domain/catalogue/**/*.ts',
  'worker/jobs/re*.ts',
  'worker/local/index*.ts',
  'test/bench/{catalogue,library}/*.ts',
]

/** `kept` takes the library of the last run, whatever has changed since; `fresh` takes none. */
export type Reuse = 'fresh' | 'kept' | 'unchanged'

export interface Wanted {
  reuse: Reuse
  /** With plain FTS5 beside it. */
  plain: boolean
}

export async function openLibrary(catalogue: InventedCatalogue, { reuse, plain }: Wanted, say: (line: string) => void): Promise<Library> {
  const directory = join(tmpdir(), 'bulaq-bench', `${catalogue.size}-${catalogue.seed}`)
  const last = globSync(join(directory, 'build-*.json'))[0]
  const kept = reuse === 'kept' && last ? last : join(directory, `build-${sourcesHash()}.json`)
  if (reuse === 'fresh' || !existsSync(kept)) rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const server = await startDatabase(directory)
  const [url, plainUrl] = [`${server.url}/catalogue/`, `${server.url}/plain/`]
  const build: Build = existsSync(kept)
    ? JSON.parse(readFileSync(kept, 'utf8'))
    : await buildLibrary(url, plain ? plainUrl : undefined, catalogue, say)
  writeFileSync(kept, JSON.stringify(build))
  return { catalogue, url, plainUrl, file: join(directory, 'catalogue.db'), build, close: server.stop }
}

async function buildLibrary(
  url: string,
  plainUrl: string | undefined,
  catalogue: InventedCatalogue,
  say: (line: string) => void,
): Promise<Build> {
  const client = createClient({ url })
  await migrate(client, readMigrations())
  const [copies, fillSeconds] = await timed(() => fillLibrary(client, catalogue, (titles) => say(`filled ${titles}`)))
  const [titles, indexSeconds] = await timed(() =>
    rebuildInThreads({ client, address: { url } }, NOW, (records) => say(`indexed ${records}`)),
  )
  const size = await indexSize(client)
  const [, plainSeconds] = await timed(async () => plainUrl && buildPlainIndex(createClient({ url: plainUrl }), catalogue))
  say('')
  return { titles, copies, fillSeconds, indexSeconds, plainSeconds, size }
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, seconds: number]> {
  const started = performance.now()
  const result = await work()
  return [result, (performance.now() - started) / 1000]
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: PROJECT })).sort())
    hash.update(readFileSync(join(PROJECT, file)))
  return hash.digest('hex').slice(0, 12)
}
