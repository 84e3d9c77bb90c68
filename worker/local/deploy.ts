import { spawnSync } from 'node:child_process'
import { readMigrations } from '../../db/read-migrations.ts'
import { buildWeb } from './build-web.ts'
import { databaseAt } from './database.ts'
import { bringUpToDate } from './prepare.ts'
import { PROJECT } from './settings.ts'

const dryRun = process.argv.includes('--dry-run')
const { LIBSQL_URL } = process.env

async function migrateTarget(): Promise<void> {
  if (dryRun) {
    const migrations = readMigrations().map(({ name }) => name)
    return console.log(`migrations: ${migrations.join(', ')}`)
  }
  if (!LIBSQL_URL) throw new Error('LIBSQL_URL names no database: see docs/deploy.md')
  await bringUpToDate(databaseAt(LIBSQL_URL), console.log)
}

function deployWorker(): number {
  const target = LIBSQL_URL ? ['--var', `LIBSQL_URL:${LIBSQL_URL}`] : []
  const options = ['deploy', '--minify', ...target, ...(dryRun ? ['--dry-run', '--outdir', '.wrangler/dry-run'] : [])]
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false' }
  return (
    spawnSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...options], { cwd: PROJECT, stdio: 'inherit', env }).status ?? 1
  )
}

try {
  await migrateTarget()
  await buildWeb()
  process.exit(deployWorker())
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
