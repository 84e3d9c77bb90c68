import type { Database } from '../../db/client.ts'
import { brokenLaws, type Finding, recordCheck } from '../../db/integrity/integrity.ts'
import type { Day } from '../domain/calendar.ts'

/** Checks the database against its own laws and keeps what was found for the staff; `since`: only the history from that day on. */
export async function checkIntegrity(db: Database, now: Date, since?: Day): Promise<Finding[]> {
  const { findings } = await db.ask({ findings: brokenLaws(since ? { since } : {}) })
  await db.record(recordCheck(findings, now))
  return findings
}
