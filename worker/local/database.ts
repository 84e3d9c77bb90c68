import { mkdirSync } from 'node:fs'
import { type Client, createClient } from '@libsql/client/http'
import type { DatabaseAddress } from '../../db/client.ts'
import { serve } from '../../db/server/serve.ts'
import { DATA, DATABASE_FILE, DATABASE_PORT } from './settings.ts'

/** A database, and where other threads find it. */
export interface DatabaseThere {
  client: Client
  address: DatabaseAddress
}

export interface OpenDatabase extends DatabaseThere {
  close(): Promise<void>
}

/**
 * The database that the scripts work on: the one that LIBSQL_URL names, else the embedded one, which is started
 * unless `npm start` already runs it.
 */
export async function openLocalDatabase(): Promise<OpenDatabase> {
  const named = process.env.LIBSQL_URL
  if (named) return connect(named, async () => undefined)
  const running = `http://127.0.0.1:${DATABASE_PORT}`
  if (await answers(running)) return connect(running, async () => undefined)
  mkdirSync(DATA, { recursive: true })
  const server = await serve({ file: DATABASE_FILE, port: 0 })
  return connect(server.url, () => server.close())
}

/** The database at this address, with the token of the environment. */
export function databaseAt(url: string): DatabaseThere {
  const authToken = process.env.LIBSQL_AUTH_TOKEN
  const address = { url, ...(authToken ? { authToken } : {}) }
  return { client: createClient(address), address }
}

function connect(url: string, stop: () => Promise<void>): OpenDatabase {
  const there = databaseAt(url)
  return {
    ...there,
    close: async () => {
      there.client.close()
      await stop()
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/v2`)).ok
  } catch {
    return false
  }
}
