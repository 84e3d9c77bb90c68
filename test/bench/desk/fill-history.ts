import { DatabaseSync } from 'node:sqlite'
import { sha256 } from '../../../worker/sha256.ts'

export interface DeskSize {
  readers: number
  loansAYear: number
  years: number
}

export const TOKEN = 'bench'
const TABLES = ['loans', 'loan_changes', 'copy_changes', 'journal', 'readers', 'copies', 'idempotency_keys']
const LAST_DAY = '2026-11-20'
const DAYS_LENT = 10

const numbers = (count: number) => `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`

/** Years of lending, written straight into the file: without triggers, the indexes made again at the end. Every loan keeps its reader. */
export async function fillHistory(file: string, { readers, loansAYear, years }: DeskSize): Promise<void> {
  const database = new DatabaseSync(file)
  const loans = loansAYear * years
  const copies = Number(database.prepare('SELECT max(id) AS count FROM copies').get()?.count)
  const set = (sql: string) => database.exec(sql)
  const list = TABLES.map((table) => `'${table}'`).join(', ')
  const dropped = database
    .prepare(`SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL AND tbl_name IN (${list})`)
    .all()
  set(
    'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY; BEGIN',
  )
  for (const { type, name } of dropped) set(`DROP ${type} ${name}`)

  set(`INSERT INTO staff (id, login, name, role, password) VALUES (1, 'bench', 'bench', 'director', '')`)
  set(
    `INSERT INTO sessions (token_hash, staff_id, started_at, expires_at, last_used_at) VALUES ('${await sha256(TOKEN)}', 1, '2026-11-23T00:00:00.000Z', '2027-11-23T00:00:00.000Z', '2027-11-23T00:00:00.000Z')`,
  )
  set(`${numbers(readers)} INSERT INTO readers (id, card, name, category, birth_year, branch_id, registered_on, card_expires_on)
    SELECT i + 1, format('B%06d', i + 1), format('Reader %d', i + 1), 'adult', 1950 + i % 50, 1 + i % 8, '2016-01-05', '2027-12-31' FROM n`)
  // Half of the loans are of a tenth of the copies.
  set(`${numbers(loans)}, lent AS (
      SELECT i, CASE WHEN i % 2 THEN 1 + (i * 7919) % ${copies} ELSE 1 + (i * 104729 % ${Math.floor(copies / 10)}) * 10 END AS copy_id,
        julianday('${LAST_DAY}') - ${years * 365 + DAYS_LENT} + i * ${years * 365.0} / ${loans} AS at FROM n)
    INSERT INTO loans (copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on, returned_at, returned_branch_id, policy_version_id, category, material, kept)
    SELECT c.id, 1 + i % ${readers}, 1 + i / ${readers}, c.branch_id, strftime('%Y-%m-%dT08:00:00.000Z', at), date(at, '15 days'),
      strftime('%Y-%m-%dT08:00:00.000Z', at, '${DAYS_LENT} days'), c.branch_id, (SELECT max(id) FROM policy_versions WHERE in_force_at IS NOT NULL), 'adult', 'book', 1
    FROM lent JOIN copies c ON c.id = lent.copy_id ORDER BY i`)
  set(
    `UPDATE loans SET reader_id = 1 + id % ${readers}, reader_ordinal = ${Math.ceil(loans / readers)} + 1 + id / ${readers} WHERE returned_at IS NULL`,
  )
  set(`UPDATE readers SET loans_made = ${Math.ceil(loans / readers) + 20}`)
  for (const [deed, at] of [
    ['loan', 'lent_at'],
    ['return', 'returned_at'],
  ] as const)
    set(`INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, reader_category, age_band, loan_id, record_id)
      SELECT l.${at}, substr(l.${at}, 1, 10), '${deed}', 1, l.branch_id, r.language, r.content_group, 'adult', '29-59', l.id, r.id
      FROM loans l JOIN copies c ON c.id = l.copy_id JOIN records r ON r.id = c.record_id WHERE l.returned_at IS NOT NULL`)
  set(`INSERT INTO loan_changes SELECT id, 1, 'return', returned_at, 1 FROM loans WHERE returned_at IS NOT NULL ORDER BY id`)
  set(`INSERT INTO copy_changes SELECT copy_id, row_number() OVER (PARTITION BY copy_id ORDER BY at), deed, branch_id, at, 1 FROM (
      SELECT copy_id, 'lent' AS deed, branch_id, lent_at AS at FROM loans WHERE returned_at IS NOT NULL
      UNION ALL SELECT copy_id, 'returned', branch_id, returned_at FROM loans WHERE returned_at IS NOT NULL) ORDER BY 1, 2`)
  set(
    `UPDATE copies SET changes = made.count FROM (SELECT copy_id, max(ordinal) AS count FROM copy_changes GROUP BY copy_id) AS made WHERE made.copy_id = copies.id`,
  )
  // The keys of the last thirty days; those of the last three have their answers.
  const keys = Math.round((loansAYear * 2 * 30) / 365)
  set(`${numbers(keys)} INSERT INTO idempotency_keys SELECT lower(hex(randomblob(16))), iif(i % 10, '', 'POST'), 201, iif(i % 10, '', '${'x'.repeat(400)}'),
    strftime('%Y-%m-%dT08:00:00.000Z', '${LAST_DAY}', format('-%d days', iif(i % 10, 4 + i % 26, i % 3))) FROM n`)
  for (const { sql } of dropped.sort((one, other) => (String(one.type) < String(other.type) ? -1 : 1))) set(String(sql))
  set('COMMIT; PRAGMA journal_mode = WAL')
  database.close()
}
