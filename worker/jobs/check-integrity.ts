import type { Database } from '../../db/client.ts'
import { brokenLaws, type Finding, recordCheck } from '../../db/integrity/integrity.ts'

/** Checks the database against its own laws and keeps what was found for the staff. */
export async function checkIntegrity(db: Database, now: Date): Promise<Finding[]> {
  const { findings } = await db.ask({ findings: brokenLaws() })
  await db.record(recordCheck(findings, now))
  return findings
}
