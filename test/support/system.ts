import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../', import.meta.url))

export interface System {
  address: string
  /** The environment in which the other scripts reach this system. */
  env: NodeJS.ProcessEnv
  child: ChildProcess
  printed(): string
  /** Presses Ctrl-C and waits for the end. */
  stop(): Promise<number | null>
  remove(): Promise<void>
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Starts the whole system as `npm start` does, on free ports and on data of its own. */
export async function startSystem(data = mkdtempSync(join(tmpdir(), 'bulaq-system-'))): Promise<System> {
  const [port, databasePort] = [await freePort(), await freePort()]
  const env = { ...process.env, PORT: String(port), LIBSQL_PORT: String(databasePort), BULAQ_DATA: data }
  const child = spawn(process.execPath, ['worker/local/start.ts'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    const watch = (text: Buffer) => {
      printed += text
      if (printed.includes('Ctrl-C')) resolve()
    }
    child.stdout?.on('data', watch)
    child.stderr?.on('data', watch)
    void ended.then((code) => reject(new Error(`the system ended with ${code}:\n${printed}`)))
  })
  const stop = async () => {
    child.kill('SIGINT')
    return ended
  }
  return {
    address: `http://localhost:${port}`,
    env,
    child,
    printed: () => printed,
    stop,
    remove: async () => {
      await stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Runs one of the npm scripts' programs to its end. */
export function runScript(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [script, ...args], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })))
}
