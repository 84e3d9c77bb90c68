import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, runScript } from '../support/system.ts'

describe('npm start', () => {
  const blocker = createServer()
  let port = 0
  beforeAll(async () => {
    port = await freePort()
    await new Promise<void>((resolve) => blocker.listen(port, '127.0.0.1', resolve))
  })
  afterAll(() => blocker.close())

  it('says in a sentence that the port is busy', async () => {
    const { code, output } = await runScript('worker/local/start.ts', [], { ...process.env, PORT: String(port) })
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is busy`)
    expect(output).not.toContain('    at ')
  })
})

describe('npm run deploy', () => {
  it('builds everything that would be deployed, and deploys nothing, with --dry-run', async () => {
    const { code, output } = await runScript('worker/local/deploy.ts', ['--dry-run'], process.env)
    expect(output).toContain('0001_library.sql')
    expect(output).toMatch(/--dry-run: exiting now/)
    expect(code).toBe(0)
  }, 120_000)
})

describe('npm run import', () => {
  it('explains itself when no file is named', async () => {
    const { code, output } = await runScript('worker/local/import.ts', [], process.env)
    expect([code, output]).toEqual([1, expect.stringContaining('FILE')])
  })
})
