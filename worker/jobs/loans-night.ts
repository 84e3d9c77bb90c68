import type { Database } from '../../db/client.ts'
import { autoRenew } from './auto-renew.ts'
import { markLost } from './mark-lost.ts'
import { enterYearAhead } from './year-ahead.ts'

/** What the night does with loans; after the holds, for a hold that wakes tonight stands against a renewal. */
export async function loansNight(db: Database, now: Date): Promise<{ renewed: number; refused: number; lost: number }> {
  await enterYearAhead(db, now)
  return { ...(await autoRenew(db, now)), ...(await markLost(db, now)) }
}
