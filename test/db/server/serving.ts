import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client/http'
import { onTestFinished } from 'vitest'
import type { EngineName } from '../../../db/server/engine.ts'
import type { Limits } from '../../../db/server/limits.ts'
import { serve } from '../../../db/server/serve.ts'

export const engines: EngineName[] = ['node-sqlite', 'libsql']

export type Answer = {
  baton: string | null
  results: {
    type: 'ok' | 'error'
    response?: { result: Record<string, unknown>; is_autocommit?: boolean }
    error?: { message: string; code: string }
  }[]
}

/** A server with a new database, closed at the test's end. */
export async function startServer(engine: EngineName, limits: Partial<Limits> = {}) {
  const file = join(await mkdtemp(join(tmpdir(), 'bulaq-')), 'library.db')
  const serving = await serve({ file, engine }, limits)
  onTestFinished(() => serving.close())
  return {
    file,
    url: serving.url,
    client: (): Client => createClient({ url: serving.url }),
    post: (body: unknown) => fetch(`${serving.url}/v2/pipeline`, { method: 'POST', body: JSON.stringify(body) }),
    /** Sends requests as they are on the wire. */
    async send(requests: unknown[], baton?: string | null): Promise<Answer> {
      const response = await this.post({ baton, requests })
      const answer: Answer = await response.json()
      return answer
    },
    /** Sends one statement in a stream of its own. */
    async execute(sql: string, args: unknown[] = []) {
      const answer = await this.send([{ type: 'execute', stmt: { sql, args } }, { type: 'close' }])
      return answer.results[0]
    },
  }
}

export const execute = (sql: string, args: unknown[] = []) => ({ type: 'execute', stmt: { sql, args } })
