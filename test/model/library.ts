import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client/http'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { hashPassword } from '../../worker/password.ts'
import { openInProcess } from '../support/in-process.ts'
import { AUTO_RENEWING_BRANCH, KEEPING_BRANCH, TERMS } from './rules/world.ts'

export const BRANCHES = [1, 2, 3]
export const PASSWORD = 'a-long-password'

/** A library with nothing in it but what a history brings, under the policy of the model. */
export async function openLibrary() {
  const directory = mkdtempSync(join(tmpdir(), 'bulaq-model-'))
  const database = await openInProcess(directory)
  const client = createClient({ url: database.url, fetch: database.answer })
  await migrate(client, readMigrations())
  await furnish(client)
  return {
    url: database.url,
    answer: database.answer,
    client,
    close: () => {
      client.close()
      database.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function furnish(client: Client) {
  const { loanDays, maxLoans, maxRenewals, suspensionDays, finePerDay, lostAfterDays, holdShelfDays } = TERMS
  const terms = {
    maxLoans,
    loanDays,
    dueMode: 'any-day',
    maxRenewals,
    suspensionDays,
    fine: finePerDay,
    lostAfterDays,
    chargeLost: true,
    overdueCountsClosedDays: true,
    holdShelfDays,
  }
  const everyDay = JSON.stringify(Array.from({ length: 7 }, () => [{ opens: '10:00', closes: '19:00' }]))
  await client.batch(
    [
      ...BRANCHES.map((id) => `INSERT INTO branches (id, code, name_kk, name_ru, name_en) VALUES (${id}, 'b${id}', '', '', '')`),
      `UPDATE branches SET lets_copies_go = 0 WHERE id = ${KEEPING_BRANCH}`,
      ...BRANCHES.map((id) => ({
        sql: "INSERT INTO branch_calendars (branch_id, week, cleaning, changed_at) VALUES (?, ?, 'null', '')",
        args: [id, everyDay],
      })),
      // A year that has a holiday is not filled with those of the country.
      'DELETE FROM holidays',
      ...['2026-01-01', '2027-01-01'].map(
        (day) => `INSERT INTO holidays (day, shifts, name_kk, name_ru, name_en) VALUES ('${day}', 0, '', '', '')`,
      ),
      "INSERT INTO policy_versions (id, name, longest_days, made_at) VALUES (2, '2', 60, '2026-01-01T00:00:00.000Z')",
      {
        sql: `INSERT INTO policy_rules (version_id, terms) SELECT 2, json_patch(terms, ?) FROM policy_rules
              WHERE version_id = 1 AND branch_id = 0 AND category = '' AND material = ''`,
        args: [JSON.stringify(terms)],
      },
      {
        sql: 'INSERT INTO policy_rules (version_id, branch_id, terms) VALUES (2, ?, ?)',
        args: [AUTO_RENEWING_BRANCH, JSON.stringify({ autoRenew: true })],
      },
      'UPDATE policy_versions SET in_force_at = made_at WHERE id = 2',
      {
        sql: "INSERT INTO staff (login, name, role, password) VALUES ('director', 'Д', 'director', ?)",
        args: [await hashPassword(PASSWORD)],
      },
    ],
    'write',
  )
}

/** Ends what the history before has left open: the night would go on with it. */
const LEFT_BEHIND = [
  "UPDATE loans SET due_on = '9999-12-31' WHERE returned_at IS NULL AND due_on < '9999'",
  "UPDATE holds SET state = 'cancelled', closed_at = '2026-01-01', shelf_until = NULL WHERE closed_at IS NULL",
  'DELETE FROM calendar_exceptions',
]

/** A title with its copies, and readers, that no history had before: their numbers begin at `base`. */
export async function bringHistory(client: Client, base: number, homes: readonly number[], readers: number) {
  await client.batch(
    [
      ...LEFT_BEHIND,
      {
        sql: `INSERT INTO records (id, identity, title, language, content_group, kind, title_sort, description, added_at, changed_at)
              VALUES (?, ?, 'Т', 'kaz', 'fiction', 'book', '', '{}', '', '')`,
        args: [base, `t:${base}`],
      },
      ...homes.map((home, index) => ({
        sql: 'INSERT INTO copies (id, record_id, branch_id, barcode, price) VALUES (?, ?, ?, ?, ?)',
        args: [base + index, base, home, `C${base + index}`, TERMS.price],
      })),
      ...Array.from({ length: readers }, (_, index) => ({
        sql: `INSERT INTO readers (id, card, name, category, birth_year, branch_id, registered_on, card_expires_on)
              VALUES (?, ?, 'О', 'adult', 1980, 1, '2026-01-05', '2030-12-31')`,
        args: [base + index, `R${base + index}`],
      })),
    ],
    'write',
  )
}

/** What was done in all histories, as the database has kept it: each kind of deed once. */
export async function deedsDone(client: Client): Promise<Set<string>> {
  const { rows } = await client.execute(
    `SELECT DISTINCT 'journal: ' || deed AS deed FROM journal
     UNION SELECT DISTINCT 'journal: ' || deed || ' by night' FROM journal WHERE staff_id IS NULL
     UNION SELECT DISTINCT 'hold: ' || deed FROM hold_changes
     UNION SELECT DISTINCT 'copy: ' || deed FROM copy_changes
     UNION SELECT DISTINCT 'mark ends: ' || closed_as FROM copy_incidents WHERE closed_as IS NOT NULL
     UNION SELECT DISTINCT 'transfer: ' || reason FROM transfers
     UNION SELECT DISTINCT 'transfer ends: ' || cancel_reason FROM transfers WHERE cancel_reason IS NOT NULL
     UNION SELECT DISTINCT 'charge: ' || kind || coalesce(' ' || settled_as, '') FROM charges
     UNION SELECT DISTINCT 'block: ' || kind || CASE WHEN lifted_at IS NULL THEN '' ELSE ' lifted' END FROM reader_blocks
     UNION SELECT 'a loan in a list' FROM idempotency_keys WHERE request LIKE 'POST /api/group-loans%'
     UNION SELECT 'copy: replaces another' FROM copies WHERE replaces_copy_id IS NOT NULL`,
  )
  return new Set(rows.map(({ deed }) => String(deed)))
}
