import type { Client, Row } from '@libsql/client/http'
import { addDays, type Day } from '../../worker/domain/calendar.ts'
import { importRecords } from '../../worker/jobs/import-records.ts'
import { rebuildIndex } from '../../worker/jobs/rebuild-index.ts'
import { takeIn } from '../../worker/jobs/take-in.ts'
import { CENTRAL_BRANCH } from './branches.ts'
import { seedCirculation } from './circulation.ts'
import { writeExhibitions } from './exhibitions.ts'
import { inventHistory } from './history.ts'
import { type CopiedRecord, type Holding, inventCopies } from './invented-copies.ts'
import { instantAt } from './local-time.ts'
import { inventReaders, inventStaff } from './people.ts'
import { openShipped, readCoreList, SHIPPED_FILES } from './shipped-records.ts'
import { writeSought } from './sought.ts'
import { coreWorks } from './works.ts'
import { writeBranchesAndPolicies, writeCopies, writeHistory, writeReaders, writeStaff } from './write-library.ts'
import { writeAcquisitions, writeYears } from './years.ts'

export interface SeedOptions {
  /** The library's local date; the history ends the day before. */
  today: Day
  /** Already hashed: the password of every member of staff. */
  passwordHash: string
  /** Already hashed: the PIN of every reader; without it none can sign in. */
  pinHash?: string
}

export interface SeedCounts {
  readers: number
  records: number
  copies: number
  loans: number
  openLoans: number
  journalLines: number
  quarantined: number
}

/** So many works of the core list come last: they are what is new. */
const NEW_WORKS = 40

/** True while nobody works here and nothing is catalogued. */
export async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.execute('SELECT EXISTS (SELECT 1 FROM staff) OR EXISTS (SELECT 1 FROM records) AS taken')
  return Number(rows[0]?.taken) === 0
}

/** Fills an empty, migrated database with the demonstration library: the same `today`, the same library. */
export async function seedLibrary(client: Client, { today, passwordHash, pinHash = '' }: SeedOptions): Promise<SeedCounts> {
  const readers = inventReaders(today)
  await writeBranchesAndPolicies(client)
  await writeStaff(client, inventStaff(), passwordHash)
  await writeReaders(client, readers, pinHash || null)
  await writeExhibitions(client, today)

  const takenInOn = (day: Day) => ({ now: new Date(instantAt(day, 12 * 3_600)), defaultBranchId: CENTRAL_BRANCH })
  const works = coreWorks(await readCoreList()).map((work) => ({ ...work, format: 'works-tsv', encoding: 'utf-8', dialect: 'core' }))
  await takeIn(client, works.slice(0, -NEW_WORKS), takenInOn(addDays(today, -731)))
  const core = await highest(client, 'records')
  await addCopies(client, { after: 0, to: core }, { least: 1, most: 6 })
  let quarantined = 0
  for (const fileName of SHIPPED_FILES) {
    const summary = await importRecords(client, openShipped(fileName), { fileName, ...takenInOn(addDays(today, -731)) })
    quarantined += summary.quarantined
  }
  const shipped = await highest(client, 'records')
  await addCopies(client, { after: core, to: shipped }, { least: 0, most: 3 })
  await takeIn(client, works.slice(-NEW_WORKS), takenInOn(addDays(today, -730)))
  await addCopies(client, { after: shipped, to: await highest(client, 'records') }, { least: 1, most: 6 })

  const history = inventHistory({ today, readers, copies: await lendableCopies(client) })
  await writeHistory(client, history)
  await seedCirculation(client, today)
  await writeYears(client, today)
  await writeAcquisitions(client, today)
  await writeSought(client, today)
  await rebuildIndex(client, new Date(instantAt(today, 0)))
  return {
    readers: readers.length,
    records: await highest(client, 'records'),
    copies: await highest(client, 'copies'),
    loans: history.loans.length,
    openLoans: history.loans.filter(({ returnedAt }) => returnedAt === null).length,
    journalLines: history.journal.length,
    quarantined,
  }
}

async function addCopies(client: Client, { after, to }: { after: number; to: number }, limits: Omit<Holding, 'firstId'>): Promise<void> {
  const { rows } = await client.execute({
    sql: 'SELECT id, title, shelfmark, kind FROM records WHERE id > ? AND id <= ? ORDER BY id',
    args: [after, to],
  })
  const records = rows.map(
    (row): CopiedRecord => ({
      id: Number(row.id),
      title: String(row.title),
      shelfmark: row.shelfmark === null ? null : String(row.shelfmark),
      kind: String(row.kind),
    }),
  )
  await writeCopies(client, inventCopies(records, { firstId: (await highest(client, 'copies')) + 1, ...limits }))
}

async function lendableCopies(client: Client) {
  const { rows } = await client.execute(
    `SELECT copies.id, record_id, branch_id, language, content_group, kind, on_site_only
     FROM copies JOIN records ON records.id = record_id WHERE withdrawn_on IS NULL ORDER BY copies.id`,
  )
  return rows.map((row: Row) => ({
    id: Number(row.id),
    recordId: Number(row.record_id),
    branchId: Number(row.branch_id),
    language: String(row.language),
    contentGroup: String(row.content_group),
    kind: String(row.kind),
    onSiteOnly: Number(row.on_site_only) !== 0,
  }))
}

async function highest(client: Client, table: 'records' | 'copies'): Promise<number> {
  const { rows } = await client.execute(`SELECT coalesce(max(id), 0) AS highest FROM ${table}`)
  return Number(rows[0]?.highest)
}
