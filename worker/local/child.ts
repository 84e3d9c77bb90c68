import { type ChildProcess, spawn } from 'node:child_process'
import { PROJECT } from './settings.ts'

/** Starts a program of node_modules in its own process group, so that stopping it stops its children too. */
export function start(script: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
}

export function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve()
  const group = -child.pid
  return new Promise((resolve) => {
    const force = setTimeout(() => signal(group, 'SIGKILL'), 5_000)
    child.once('exit', () => {
      clearTimeout(force)
      signal(group, 'SIGKILL')
      resolve()
    })
    signal(group, 'SIGTERM')
  })
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(group, name)
  } catch {
    return
  }
}

/** Runs to the end; answers the exit code and what was printed. */
export function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; output: string }> {
  const child = start(script, args, env)
  let output = ''
  child.stdout?.on('data', (text) => (output += text))
  child.stderr?.on('data', (text) => (output += text))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code: code ?? 1, output })))
}
