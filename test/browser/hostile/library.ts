import { createClient } from '@libsql/client/http'
import type { System } from '../../support/system.ts'
import { readyFor, rowsOf } from '../desk.ts'
import { hostile } from './words.ts'

/** Every text that people write, by the table that keeps it, and the name under which it is known again. */
const KEPT: Record<string, Record<string, string>> = {
  branches: { name_kk: 'branch', name_ru: 'branch', name_en: 'branch', address: 'address', phone: 'phone' },
  staff: { name: 'staff' },
  readers: { name: 'reader', guarantor: 'guarantor', guarantor_phone: 'guarantor-phone', phone: 'reader-phone' },
  records: { title: 'title', author: 'author', shelfmark: 'shelfmark' },
  copies: { location: 'location', shelfmark: 'copy-shelfmark' },
  headings: { label: 'heading' },
  materials: { name_kk: 'material', name_ru: 'material', name_en: 'material' },
  policy_versions: { name: 'policy' },
  holidays: { name_kk: 'holiday', name_ru: 'holiday', name_en: 'holiday' },
  exhibitions: { title_kk: 'exhibition', title_ru: 'exhibition', title_en: 'exhibition' },
  notices: { failure: 'failure' },
  year_facts: { source: 'source' },
  network_changes: { text_kk: 'network', text_ru: 'network', text_en: 'network', source: 'network-source' },
}

const DESCRIBED = ['author', 'subtitle', 'part', 'responsibility', 'edition', 'place', 'publisher', 'extent', 'abstract']
const DESCRIBED_OFTEN = ['series', 'subjects', 'keywords', 'notes', 'parallelTitles']
const NOW = '2026-01-01T00:00:00.000Z'

function descriptions() {
  const paths = [
    ...['title', ...DESCRIBED].map((name) => [`$.${name}`, hostile(name)] as const),
    ...DESCRIBED_OFTEN.map((name) => [`$.${name}`, JSON.stringify([hostile(name)])] as const),
  ]
  const listed = paths.map(([, value]) => (value.startsWith('[') ? '?, json(?)' : '?, ?')).join(', ')
  return { sql: `UPDATE records SET description = json_set(description, ${listed})`, args: paths.flat() }
}

export interface Statement {
  sql: string
  args: string[]
}

/** Writes past all that the library would refuse. */
export async function write({ env }: System, statements: Statement[]) {
  const database = createClient({ url: `http://127.0.0.1:${env.LIBSQL_PORT}` })
  await database.batch(statements)
  database.close()
}

const passkeysOf = (owner: 'staff' | 'readers', column: string): Statement => ({
  sql: `INSERT INTO passkeys (id, ${column}, public_key, counter, device, made_at) SELECT '${owner} ' || id, id, '', 0, ?, '${NOW}' FROM ${owner}`,
  args: [hostile('device')],
})

/** Whatever anybody may have written in this library would be a script, were it not words. */
export const HOSTILE_LIBRARY: Statement[] = [
  ...Object.entries(KEPT).map(([table, fields]) => ({
    sql: `UPDATE ${table} SET ${Object.keys(fields).map((column) => `${column} = ?`)}`,
    args: Object.values(fields).map(hostile),
  })),
  descriptions(),
  { sql: 'UPDATE branches SET code = id || ?', args: [hostile('code')] },
  { sql: 'UPDATE copies SET inventory_number = id || ?', args: [hostile('inventory')] },
  // Without an address for e-mail, what they are told is printed.
  { sql: 'UPDATE readers SET email = NULL, keeps_history = 1', args: [] },
  // What came in as MARC would go out as it came.
  { sql: 'DELETE FROM record_originals', args: [] },
  { sql: 'UPDATE completions SET entries = ?', args: [JSON.stringify({ titles: [[1, 1, hostile('title')]], authors: [], subjects: [] })] },
  {
    sql: `INSERT INTO calendar_exceptions (branch_id, from_on, to_on, reason, made_at) VALUES (1, date('now', '+9 days'), date('now', '+9 days'), ?, ?)`,
    args: [hostile('closing'), NOW],
  },
  {
    sql: "INSERT INTO sought (month, found, question, times) VALUES (strftime('%Y-%m', 'now', '+5 hours'), 0, ?, 7)",
    args: [hostile('sought')],
  },
  { sql: 'INSERT INTO integrity_checks (id, checked_at, laws) VALUES (1, ?, 1)', args: [NOW] },
  { sql: "INSERT INTO integrity_findings (law, row, detail) VALUES ('R1', ?, ?)", args: [hostile('row'), hostile('detail')] },
  passkeysOf('staff', 'staff_id'),
  passkeysOf('readers', 'reader_id'),
]

/** What the surfaces need to be reached: books on the shelf, readers, loans. */
export async function castOf(system: System) {
  const { copies, cards } = await readyFor(system, { copies: 24, cards: 6 })
  const one = async (sql: string) => String(Object.values((await rowsOf(system, sql))[0] ?? {})[0] ?? '')
  const isbn = await one(
    `SELECT json_extract(r.description, '$.isbns[0]') FROM copies c JOIN records r ON r.id = c.record_id
     WHERE c.holding_branch_id = 1 AND c.on_site_only = 0 AND c.id NOT IN (SELECT copy_id FROM copy_whereabouts)
       AND json_array_length(r.description, '$.isbns') > 0 GROUP BY c.record_id HAVING count(*) > 2 LIMIT 1`,
  )
  const birthYear = await one('SELECT birth_year FROM readers ORDER BY id LIMIT 1')
  const [loan] = await rowsOf(
    system,
    `SELECT d.card, c.barcode FROM loans l JOIN readers d ON d.id = l.reader_id JOIN copies c ON c.id = l.copy_id
     WHERE l.returned_at IS NULL AND l.renewals = 0 AND l.on_site = 0 AND l.lent_at < date('now', '-5 days') AND l.due_on >= date('now')
       AND d.blocked_reason IS NULL AND d.card_expires_on > date('now', '+40 days')
       AND c.record_id NOT IN (SELECT record_id FROM holds WHERE closed_at IS NULL)
       AND d.id NOT IN (SELECT reader_id FROM loans WHERE returned_at IS NULL AND due_on < date('now'))
       AND d.id NOT IN (SELECT reader_id FROM reader_blocks)
       AND d.id IN (SELECT reader_id FROM loans WHERE returned_at IS NOT NULL) LIMIT 1`,
  )
  const opened = await one('SELECT max(day) FROM day_closings WHERE branch_id = 1')
  return { copies, cards, isbn, birthYear, opened, renewable: { card: String(loan?.card), barcode: String(loan?.barcode) } }
}
