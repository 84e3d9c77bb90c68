import { mkdirSync } from 'node:fs'
import { createClient } from '@libsql/client/http'
import { SAMPLE_READERS } from '../../db/seed/people.ts'
import { serve } from '../../db/server/serve.ts'
import { cardNumber } from '../domain/identifiers.ts'
import { buildWeb } from './build-web.ts'
import { start, stop } from './child.ts'
import { requireFree } from './port.ts'
import { prepare } from './prepare.ts'
import { DATA, DATABASE_FILE, DATABASE_PORT, DEMONSTRATION_PASSWORD, DEMONSTRATION_PIN, PORT } from './settings.ts'

/** What wrangler says when it has no way to Cloudflare, which it does not need here. */
const OFFLINE = /workers\.cloudflare\.com|Request\.cf/
const say = (line: string) => console.log(`bulaq  ${line}`)

async function main(): Promise<void> {
  await requireFree(PORT, 'PORT')
  await requireFree(DATABASE_PORT, 'LIBSQL_PORT')
  mkdirSync(DATA, { recursive: true })
  const database = await serve({ file: DATABASE_FILE, port: DATABASE_PORT })
  try {
    const address = { url: database.url }
    const client = createClient(address)
    await Promise.all([prepare({ client, address }, say), buildWeb()])
    client.close()
  } catch (error) {
    await database.close()
    throw error
  }
  const options = ['dev', '--port', String(PORT), '--ip', '127.0.0.1', '--inspector-port', '0', '--persist-to', `${DATA}/wrangler`]
  const worker = start('node_modules/wrangler/bin/wrangler.js', [...options, '--var', `LIBSQL_URL:${database.url}`, '--test-scheduled'], {
    WRANGLER_SEND_METRICS: 'false',
    CI: '1',
  })
  let printed = ''
  const watch = (text: Buffer) => {
    printed = `${printed}${text}`.slice(-20_000)
    for (const line of String(text).split('\n')) if (/error/i.test(line) && !OFFLINE.test(line)) console.error(line)
  }
  worker.stdout?.on('data', watch)
  worker.stderr?.on('data', watch)
  let stopping = false
  const end = async (code: number) => {
    if (stopping) return
    stopping = true
    await stop(worker)
    await database.close()
    process.exit(code)
  }
  process.on('SIGINT', () => void end(0))
  process.on('SIGTERM', () => void end(0))
  process.on('SIGHUP', () => void end(0))
  worker.once('exit', (code) => {
    if (!stopping) console.error(printed)
    void end(code ?? 1)
  })
  await answering(`http://127.0.0.1:${PORT}/api/branches`, () => stopping)
  say(`the library is open:  http://localhost:${PORT}/`)
  say(`the desk:             http://localhost:${PORT}/desk`)
  say(`sign in as librarian1 … librarian8 (one for each branch), cataloguer, director or administrator`)
  say(`password:             ${DEMONSTRATION_PASSWORD}`)
  say(`a reader's page:      http://localhost:${PORT}/account, card ${cardNumber(SAMPLE_READERS.free)}, PIN ${DEMONSTRATION_PIN}`)
  say(`Ctrl-C stops everything; npm run reset empties the library.`)
}

async function answering(url: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      if ((await fetch(url)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

try {
  await main()
} catch (error) {
  console.error(`bulaq  ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
