import { Hono } from 'hono'
import { listBranches } from '../../db/branches.ts'
import { lastKnown } from '../cache/last-known.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'

export const branches = new Hono<Room>().get('/', anybody, async (c) => c.json(await branchesOf(c)))

/** Known also while the database is away. */
export function branchesOf(c: Call) {
  const { db, now } = c.var
  const wait = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
  const around = { kv: c.env.CACHE, databaseUrl: c.env.LIBSQL_URL, now, wait }
  return lastKnown('branches', () => db.ask({ branches: listBranches() }), around)
}
