import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface DatabaseProcess {
  url: string
  stop(): Promise<void>
}

/** The embedded server with the native engine in a process of its own: what it spends is not counted as the Worker's. */
export async function startDatabase(directory: string): Promise<DatabaseProcess> {
  const main = fileURLToPath(new URL('../../../db/server/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, '--directory', directory, '--engine', 'libsql', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await address(child)
  return {
    url,
    stop: () => {
      process.off('exit', end)
      end()
      return ended
    },
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (text) => {
      printed += text
      const url = /http:\S+/.exec(printed)?.[0]
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`the database ended with ${code}: ${printed}`)))
  })
}
