import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../../../db/client.ts'
import { sha256 } from '../../../worker/sha256.ts'

export const TOKEN = 'bench'

export interface DecadeSize {
  firstYear: number
  years: number
  loansAYear: number
  titles: number
}

const BRANCHES = 8
/** A number from 0 on that looks drawn: the same for the same line. */
const drawn = (salt: number, below: number) => `(abs((n * 2654435761 + ${salt} * 40503) % 1000003) % ${below})`
const chosen = (salt: number, values: readonly string[]) =>
  `CASE ${drawn(salt, values.length)} ${values.map((value, index) => `WHEN ${index} THEN '${value}'`).join(' ')} END`

const DEEDS: readonly { deed: string; share: number; ofCopy: boolean }[] = [
  { deed: 'loan', share: 1, ofCopy: true },
  { deed: 'return', share: 1, ofCopy: true },
  { deed: 'renewal', share: 0.25, ofCopy: true },
  { deed: 'on-site-loan', share: 0.1, ofCopy: true },
  { deed: 'visit', share: 0.4, ofCopy: false },
  { deed: 'reference-question', share: 0.03, ofCopy: false },
]

/** Opens the file of a migrated, empty database for writing much at once. */
export function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -400000')
  return database
}

/** Branches, titles, their stock, and the journal and loans of the first year: six working days a week. */
export async function fillFirstYear(database: DatabaseSync, { firstYear, loansAYear, titles }: DecadeSize): Promise<void> {
  const numbers = (count: number) => `WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count} - 1)`
  const languages = ['kaz', 'kaz', 'kaz', 'rus', 'rus', 'eng']
  const groups = ['social', 'natural', 'technical', 'art', 'fiction', 'fiction', 'fiction', 'children', 'other']
  const kinds = ['book', 'book', 'book', 'book', 'book', 'book', 'book', 'book', 'serial', 'serial', 'sound', 'electronic']
  const readers = ['adult', 'student', 'child', 'pensioner']
  const bands = ['child', 'youth', 'youth', 'adult', 'adult', 'senior']
  database.exec(`
    INSERT OR IGNORE INTO branches (id, code, name_kk, name_ru, name_en) SELECT value, 'b' || value, '', '', '' FROM json_each('[1,2,3,4,5,6,7,8]');
    INSERT INTO staff (id, login, name, role, password) VALUES (1, 'bench', 'bench', 'director', '');
    INSERT INTO sessions (token_hash, staff_id, started_at, expires_at, last_used_at) VALUES ('${await sha256(TOKEN)}', 1, '2026-12-01', '2099-01-01', '2027-01-05T05:00:00.000Z');
    INSERT INTO records (id, identity, title, language, content_group, kind, title_sort, description, added_at, changed_at)
      ${numbers(titles)} SELECT n + 1, n, 'title ' || n, ${chosen(1, languages)}, ${chosen(2, groups)}, ${chosen(3, kinds)}, n, '{}', '', '' FROM numbers;
    INSERT INTO copies (id, record_id, branch_id, barcode) VALUES (1, 1, 1, 'C1');
    DELETE FROM stock;
    INSERT INTO stock ${numbers(titles)} SELECT n + 1, 1 + ${drawn(4, BRANCHES)}, 2, 2 FROM numbers;
    CREATE TEMP TABLE open_days (number INTEGER PRIMARY KEY, day TEXT NOT NULL);
    INSERT INTO open_days (day) WITH RECURSIVE days(day) AS (SELECT '${firstYear}-01-01' UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '${firstYear}-12-31')
      SELECT day FROM days WHERE strftime('%w', day) <> '0';
    DROP INDEX journal_by_day;`)
  const open = Number(database.prepare('SELECT count(*) AS days FROM open_days').get()?.days)
  for (const { deed, share, ofCopy } of DEEDS) {
    const count = Math.round(loansAYear * share)
    const copy = ofCopy
      ? `${chosen(5, languages)}, ${chosen(6, groups)}, ${chosen(7, kinds)}, ${drawn(8, titles)} + 1`
      : "'und', NULL, NULL, NULL"
    database.exec(`INSERT INTO journal (day, at, deed, staff_id, branch_id, language, content_group, kind, record_id, reader_category, age_band, first_of_year)
      ${numbers(count)} SELECT day, day || 'T08:00:00.000Z', '${deed}', NULL, 1 + ${drawn(9, BRANCHES)}, ${copy}, ${chosen(10, readers)}, ${chosen(11, bands)},
        ${deed === 'loan' ? `${drawn(12, 26)} = 0` : '0'} FROM (SELECT n, day FROM numbers JOIN open_days d ON d.number = 1 + n * ${open} / ${count})`)
  }
  database.exec(`INSERT INTO loans (copy_id, reader_ordinal, branch_id, lent_at, due_on, returned_at)
    SELECT 1, 1, branch_id, at, day, at FROM journal WHERE deed = 'loan' ORDER BY day;
    CREATE INDEX journal_by_day ON journal(day, deed, branch_id, language, quantity)`)
}

const SUMS = ['sums_after_counting', 'sums_after_opening']

/** The years after the first are like it: journal, loans, closings and figures, each of its own year. */
export function fillOtherYears(database: DatabaseSync, { firstYear, years }: DecadeSize): void {
  const triggers = SUMS.map((name) => String(database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(name)?.sql))
  for (const name of SUMS) database.exec(`DROP TRIGGER ${name}`)
  database.exec('DROP INDEX journal_by_day; DROP INDEX loans_by_time')
  const lines = Number(database.prepare('SELECT max(id) AS id FROM journal').get()?.id)
  for (let year = firstYear + 1; year < firstYear + years; year += 1) {
    const after = (year - firstYear) * lines
    const moved = (column: string, length: number) => `'${year}' || substr(${column}, 5, ${length})`
    database.exec(`
      INSERT INTO journal (id, day, at, deed, branch_id, language, content_group, kind, record_id, reader_category, age_band, first_of_year)
        SELECT id + ${after}, ${moved('day', 6)}, ${moved('at', 20)}, deed, branch_id, language, content_group, kind, record_id, reader_category, age_band, first_of_year
        FROM journal WHERE id <= ${lines};
      INSERT INTO loans (copy_id, reader_ordinal, branch_id, lent_at, due_on, returned_at)
        SELECT 1, 1, branch_id, ${moved('lent_at', 20)}, due_on, returned_at FROM loans WHERE lent_at < '${firstYear + 1}';
      INSERT INTO day_closings SELECT ${moved('day', 6)}, branch_id, version, correction, 0, ${after} + journal_to, closed_at, NULL FROM day_closings WHERE day < '${firstYear + 1}';
      INSERT INTO day_figures SELECT ${moved('day', 6)}, branch_id, correction, unit, content_group, language, kind, reader_category, age_band, by_hand, count
        FROM day_figures WHERE day < '${firstYear + 1}';
      INSERT INTO day_totals SELECT ${moved('day', 6)}, unit, branch_id, count FROM day_totals WHERE day < '${firstYear + 1}';
      INSERT INTO period_figures SELECT ${moved('period', 6)}, unit, branch_id, content_group, language, kind, reader_category, age_band, by_hand, count
        FROM period_figures WHERE period < '${firstYear + 1}';`)
  }
  database.exec(`CREATE INDEX journal_by_day ON journal(day, deed, branch_id, language, quantity);
    CREATE INDEX loans_by_time ON loans(lent_at);
    UPDATE statistics_counted SET journal_to = (SELECT max(id) FROM journal); ANALYZE journal`)
  for (const sql of triggers) database.exec(sql)
}

/** One more working day, like the last one but one. */
export async function addNewDay(url: string, day: string): Promise<void> {
  await openDatabase({ url }).client.execute({
    sql: `INSERT INTO journal (day, at, deed, branch_id, language, content_group, kind, record_id, reader_category, age_band, first_of_year)
          SELECT ?, ? || 'T08:00:00.000Z', deed, branch_id, language, content_group, kind, record_id, reader_category, age_band, first_of_year
          FROM journal WHERE day = date(?, '-2 days')`,
    args: [day, day, day],
  })
}
