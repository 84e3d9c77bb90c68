import type { InStatement } from '@libsql/client/http'
import { brokenUniqueness, type Database } from '../../db/client.ts'

/** Records all deeds at once; if a desk was quicker with one of them, one by one. Answers how many were recorded. */
export async function recordEach(db: Database, deeds: readonly InStatement[][]): Promise<number> {
  if (await recorded(db, deeds.flat())) return deeds.length
  let done = 0
  for (const deed of deeds) if (await recorded(db, deed)) done += 1
  return done
}

/** False when a desk was quicker. */
export async function recorded(db: Database, statements: InStatement[]): Promise<boolean> {
  try {
    await db.record(statements)
    return true
  } catch (error) {
    if (brokenUniqueness(error) === undefined) throw error
    return false
  }
}
