import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/client.ts'
import { brokenLaws } from '../../../db/integrity/integrity.ts'
import { LAWS, type Law } from '../../../db/integrity/laws.ts'
import { migrate } from '../../../db/migrate.ts'
import { readMigrations } from '../../../db/read-migrations.ts'
import { seedLibrary } from '../../../db/seed/seed.ts'
import { serve } from '../../../db/server/serve.ts'
import { checkIntegrity } from '../../../worker/jobs/check-integrity.ts'

const directory = mkdtempSync(join(tmpdir(), 'bulaq-laws-'))
const server = await serve({ file: join(directory, 'library.db') })
const db = openDatabase({ url: server.url })
const { client } = db

beforeAll(async () => {
  await migrate(client, readMigrations())
  await seedLibrary(client, { today: '2026-03-11', passwordHash: 'hash' })
  // What the schema itself forbids can only be found where the schema has been tampered with.
  const { rows } = await client.execute(
    "SELECT type, name FROM sqlite_schema WHERE type = 'trigger' OR (type = 'index' AND sql LIKE 'CREATE UNIQUE%' AND name <> 'index_lines_by_record')",
  )
  await client.batch(
    rows.map(({ type, name }) => `DROP ${type} ${name}`),
    'write',
  )
})

afterAll(async () => {
  client.close()
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})

/** One defect for each law. */
const DEFECTS: Record<Law, string[]> = {
  'one-open-loan-for-a-copy': [
    'INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on) SELECT copy_id, reader_id, 90000, branch_id, lent_at, due_on FROM loans WHERE returned_at IS NULL LIMIT 1',
  ],
  'a-lent-copy-is-on-loan': [
    "DELETE FROM copy_whereabouts WHERE copy_id = (SELECT copy_id FROM copy_whereabouts WHERE place = 'on-loan' LIMIT 1)",
  ],
  'a-copy-on-loan-is-lent': [
    "INSERT INTO copy_whereabouts SELECT id, 'on-loan', branch_id, NULL, '2026-01-01' FROM copies WHERE id NOT IN (SELECT copy_id FROM copy_whereabouts) LIMIT 1",
  ],
  'a-lent-copy-is-not-on-its-way': [
    "INSERT INTO transfers (copy_id, from_branch_id, to_branch_id, reason, requested_at, sent_at) SELECT copy_id, 1, 2, 'asked', '2026-01-01', '2026-01-01' FROM loans WHERE returned_at IS NULL LIMIT 1",
  ],
  'a-copy-on-its-way-has-a-transfer': ["UPDATE transfers SET received_at = '2026-03-11' WHERE sent_at IS NOT NULL AND received_at IS NULL"],
  'a-waiting-hold-has-its-copy': ["DELETE FROM copy_whereabouts WHERE place = 'hold-shelf'"],
  'a-hold-waits-at-its-branch': ["UPDATE holds SET pickup_branch_id = 9 - pickup_branch_id WHERE state = 'waiting'"],
  'a-travelling-hold-has-a-transfer': ["UPDATE holds SET state = 'in-transit', shelf_until = NULL WHERE state = 'waiting'"],
  'one-place-in-a-queue': [
    "INSERT INTO holds (record_id, reader_id, reader_ordinal, queue_ordinal, pickup_branch_id, placed_on, placed_at) SELECT record_id, 500, 900, queue_ordinal, pickup_branch_id, placed_on, placed_at FROM holds WHERE state = 'queued' LIMIT 1",
  ],
  'one-open-transfer-for-a-copy': [
    'INSERT INTO transfers (copy_id, from_branch_id, to_branch_id, reason, requested_at) SELECT copy_id, from_branch_id, to_branch_id, reason, requested_at FROM transfers WHERE received_at IS NULL AND cancelled_at IS NULL LIMIT 1',
  ],
  'a-withdrawn-copy-is-not-lent': [
    "UPDATE copies SET withdrawn_on = '2026-01-01' WHERE id = (SELECT copy_id FROM loans WHERE returned_at IS NULL LIMIT 1)",
  ],
  'a-loan-goes-forward': ["UPDATE loans SET due_on = '1999-01-01' WHERE id = (SELECT id FROM loans ORDER BY lent_at DESC LIMIT 1)"],
  'renewals-are-counted': ['UPDATE loans SET renewals = renewals + 1 WHERE id = (SELECT id FROM loans WHERE returned_at IS NULL LIMIT 1)'],
  'loans-of-a-reader-are-counted': [
    'UPDATE readers SET loans_made = 0 WHERE id = (SELECT reader_id FROM loans WHERE reader_id IS NOT NULL LIMIT 1)',
  ],
  'every-open-loan-is-in-the-journal': [
    'DELETE FROM journal WHERE loan_id = (SELECT id FROM loans WHERE returned_at IS NULL ORDER BY lent_at DESC LIMIT 1)',
  ],
  'closed-days-match-the-journal': ["INSERT INTO day_totals VALUES ('2026-03-10', 'loan', 1, 1000000)"],
  'years-sum-their-days': ["INSERT INTO day_totals VALUES ('2026-03-10', 'visit', 1, 1000000)"],
  'stock-is-counted': ['UPDATE stock SET on_shelf = on_shelf + 1 WHERE record_id = 1'],
  'a-record-sums-its-stock': ['UPDATE records SET copies = copies + 1 WHERE id = 1'],
  'the-index-knows-what-is-on-the-shelf': [
    'UPDATE index_facets SET on_shelf = on_shelf + 1 WHERE place = (SELECT place FROM index_lines WHERE record_id = 1)',
  ],
  'every-record-is-in-the-index': ['DELETE FROM catalogue_index WHERE rowid = (SELECT place FROM index_lines WHERE record_id = 1)'],
  'the-index-has-no-ghosts': ["INSERT INTO index_lines VALUES (99999999999, 9999999, 1, 0, '#', '#', '#', '')"],
  'one-rule-holds-for-all': ["DELETE FROM policy_rules WHERE branch_id = 0 AND category = '' AND material = ''"],
}

describe('the laws of a live database', () => {
  it('are kept by the demonstration library', async () => {
    expect((await db.ask({ findings: brokenLaws() })).findings).toEqual([])
  })

  it.each(Object.entries(LAWS))('%s: a row that breaks it is named', async (law, sql) => {
    for (const since of ['', '2026-01-30']) expect(await inTransactionUndone(DEFECTS[law as Law], sql, since)).toBeGreaterThan(0)
  })

  it('are asked at night of the last days only, of what grows with the years', async () => {
    const defect = ["INSERT INTO day_totals VALUES ('2025-03-10', 'loan', 1, 1000000)"]
    const law = LAWS['closed-days-match-the-journal']
    expect(await inTransactionUndone(defect, law, '2026-01-30')).toBe(0)
    expect(await inTransactionUndone(defect, law, '')).toBe(1)
  })

  it('are checked for the staff to see', async () => {
    expect(await checkIntegrity(db, new Date('2026-03-11T00:00:00Z'))).toEqual([])
    const { rows } = await client.execute('SELECT * FROM integrity_checks')
    expect(rows).toMatchObject([{ checked_at: '2026-03-11T00:00:00.000Z', laws: Object.keys(LAWS).length }])
  })
})

async function inTransactionUndone(defect: string[], law: string, since: string): Promise<number> {
  const transaction = await client.transaction('write')
  try {
    await transaction.execute('PRAGMA defer_foreign_keys = ON')
    for (const sql of defect) await transaction.execute(sql)
    return (await transaction.execute(law.includes(':since') ? { sql: law, args: { since } } : law)).rows.length
  } finally {
    await transaction.rollback()
  }
}
