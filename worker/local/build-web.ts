import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.ts'
import { PROJECT } from './settings.ts'

const newest = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('dist'))
    .reduce((latest, name) => Math.max(latest, statSync(join(folder, name)).mtimeMs), 0)

/** Builds the web unless what was built is newer than every source. */
export async function buildWeb(): Promise<void> {
  const built = `${PROJECT}web/dist/index.html`
  const sources = Math.max(
    newest(`${PROJECT}web`),
    newest(`${PROJECT}worker/domain`),
    statSync(`${PROJECT}worker/security-headers.ts`).mtimeMs,
  )
  if (existsSync(built) && statSync(built).mtimeMs > sources) return
  const options = ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']
  // Started from a test, Vite would build what is not for readers.
  const { code, output } = await run('node_modules/vite/bin/vite.js', options, { NODE_ENV: 'production' })
  if (code !== 0) throw new Error(`the web could not be built:\n${output}`)
}
