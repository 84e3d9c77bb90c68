import { indexIsMissing } from '../../db/catalogue/rebuild.ts'
import { ask, openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { isEmpty, seedLibrary } from '../../db/seed/seed.ts'
import { dayOf } from '../domain/calendar.ts'
import { closeDays } from '../jobs/close-days.ts'
import { nameRecords } from '../jobs/name-records.ts'
import { sortHeadings } from '../jobs/sort-headings.ts'
import { hashPassword } from '../password.ts'
import type { DatabaseThere } from './database.ts'
import { rebuildInThreads } from './index-threads.ts'
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_PIN } from './settings.ts'

/** Applies new migrations; an index that one of them has emptied is built anew. */
export async function bringUpToDate(there: DatabaseThere, say: (line: string) => void, now = new Date()): Promise<void> {
  const { client } = there
  const applied = await migrate(client, readMigrations())
  say(`migrations: ${applied.join(', ') || 'none to apply'}`)
  if (!(await ask(client, indexIsMissing()))) return
  await nameRecords(client)
  say(`index: ${await rebuildInThreads(there, now)} records`)
}

/** Brings the database up to date; an empty one becomes the demonstration library, if that is wanted. */
export async function prepare(there: DatabaseThere, say: (line: string) => void, demonstration = true): Promise<void> {
  const { client, address } = there
  const now = new Date()
  await bringUpToDate(there, say, now)
  await sortHeadings(client)
  if (!demonstration || !(await isEmpty(client))) return
  const [passwordHash, pinHash] = await Promise.all([hashPassword(DEMONSTRATION_PASSWORD), hashPassword(DEMONSTRATION_PIN)])
  const counts = await seedLibrary(client, { today: dayOf(now), passwordHash, pinHash })
  say(`demonstration library: ${JSON.stringify(counts)}`)
  const closed = await closeDays(openDatabase(address), now)
  say(`statistics closed: ${closed.from} to ${closed.to}`)
}
