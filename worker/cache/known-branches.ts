import { listBranches } from '../../db/branches.ts'
import type { Database } from '../../db/client.ts'

const GOOD_FOR_MS = 60_000

type Branches = ReturnType<ReturnType<typeof listBranches>['read']>
const known = new Map<string, { readAt: number; branches: Branches }>()

/** The branches as this isolate last read them, at most a minute ago: their names hardly ever change. */
export async function knownBranches(db: Database, databaseUrl: string, now: Date): Promise<Branches> {
  const before = known.get(databaseUrl)
  if (before && now.getTime() - before.readAt < GOOD_FOR_MS) return before.branches
  const { branches } = await db.ask({ branches: listBranches() })
  known.set(databaseUrl, { readAt: now.getTime(), branches })
  return branches
}
