import type { InStatement } from '@libsql/client/http'
import { blockOf } from '../../worker/domain/catalogue/headings/headings.ts'
import { type Names, namesIn } from '../../worker/domain/catalogue/headings/named-record.ts'
import { headingSort } from '../../worker/domain/catalogue/text/sort-key.ts'
import { type Question, rowsOf } from '../client.ts'

type Cell = string | number | null

const IDS = '(SELECT value FROM json_each(?))'
const values = (count: number) => Array.from({ length: count }, (_, place) => `value ->> ${place}`).join(', ')
const each = (into: string, columns: number, rows: Cell[][]): InStatement[] =>
  rows.length === 0 ? [] : [{ sql: `${into} SELECT ${values(columns)} FROM json_each(?)`, args: [JSON.stringify(rows)] }]

/** Everything learnt of headings and works. Records indexed before, to which that gives another name, are noted as stale. */
export function recordNames(names: Names): InStatement[] {
  const { headings, works } = names
  const records = [...names.records.keys()].map((recordId) => ({ recordId, ...namesIn(names, recordId) }))
  const recordIds = JSON.stringify(records.map(({ recordId }) => recordId))
  const changed = [...headings.changed]
  return [
    ...[...headings.merged].flatMap(([from, into]) => mergeHeadings(from.id, into.id)),
    ...each(
      'INSERT OR REPLACE INTO headings (id, kind, form, label, years, authority, established, label_sort)',
      8,
      changed.map(({ id, kind, form, label, years, authority, established }) => {
        return [id, kind, form, label, years ?? null, authority ?? null, established ?? null, headingSort(label)]
      }),
    ),
    ...each(
      'INSERT OR IGNORE INTO heading_names (heading_id, name, block)',
      3,
      changed.flatMap(({ id, kind, form, names: all }) => [...all].map((name) => [id, name, blockOf(kind, form, name)])),
    ),
    ...[...works.merged].flatMap(([from, into]) => mergeWorks(from.id, into.id)),
    ...each(
      'INSERT OR REPLACE INTO work_titles (work_id, title_key, heading_id, title)',
      4,
      [...works.changed].flatMap(({ id, titles }) => [...titles.values()].map(({ key, headingId, title }) => [id, key, headingId, title])),
    ),
    { sql: `DELETE FROM record_headings WHERE record_id IN ${IDS}`, args: [recordIds] },
    ...each(
      'INSERT INTO record_headings (record_id, ordinal, heading_id)',
      3,
      records.flatMap((record) => record.headings.map(({ id }, ordinal) => [record.recordId, ordinal, id])),
    ),
    ...each(
      'INSERT OR REPLACE INTO work_records (record_id, work_id)',
      2,
      records.flatMap(({ recordId, work }) => (work ? [[recordId, work.id]] : [])),
    ),
    {
      sql: `INSERT OR IGNORE INTO index_stale
            SELECT record_id FROM record_headings WHERE heading_id IN ${IDS} UNION SELECT record_id FROM work_records WHERE work_id IN ${IDS}
            EXCEPT SELECT value FROM json_each(?)`,
      args: [JSON.stringify([...headings.stale].map(({ id }) => id)), JSON.stringify([...works.stale].map(({ id }) => id)), recordIds],
    },
  ]
}

/** What stands under both already is dropped with the heading that goes. */
function mergeHeadings(from: number, into: number): InStatement[] {
  return [
    ...['heading_names', 'record_headings', 'work_titles', 'heading_originals'].flatMap((table) => [
      { sql: `UPDATE OR IGNORE ${table} SET heading_id = ? WHERE heading_id = ?`, args: [into, from] },
      { sql: `DELETE FROM ${table} WHERE heading_id = ?`, args: [from] },
    ]),
    { sql: 'DELETE FROM headings WHERE id = ?', args: [from] },
  ]
}

function mergeWorks(from: number, into: number): InStatement[] {
  return ['work_titles', 'work_records'].map((table) => ({
    sql: `UPDATE ${table} SET work_id = ? WHERE work_id = ?`,
    args: [into, from],
  }))
}

/** Records whose index no longer says all that is known of them. */
export function listStale(limit: number): Question<number[]> {
  return {
    statements: [{ sql: 'SELECT record_id FROM index_stale ORDER BY record_id LIMIT ?', args: [limit] }],
    read: (results) => rowsOf(results).map(({ record_id }) => Number(record_id)),
  }
}

export function recordFresh(recordIds: number[]): InStatement {
  return { sql: `DELETE FROM index_stale WHERE record_id IN ${IDS}`, args: [JSON.stringify(recordIds)] }
}

export function knownHeadingOriginals(hashes: string[]): Question<Set<string>> {
  return {
    statements: [{ sql: `SELECT hash FROM heading_originals WHERE hash IN ${IDS}`, args: [JSON.stringify(hashes)] }],
    read: (results) => new Set(rowsOf(results).map(({ hash }) => String(hash))),
  }
}

export interface HeadingOriginal {
  hash: string
  headingId: number
  format: string
  encoding: string
  dialect: string
  bytes: Uint8Array
  at: string
}

export function recordHeadingOriginals(originals: HeadingOriginal[]): InStatement[] {
  return originals.map(({ hash, headingId, format, encoding, dialect, bytes, at }) => ({
    sql: 'INSERT INTO heading_originals VALUES (?, ?, ?, ?, ?, ?, ?)',
    args: [hash, headingId, format, encoding, dialect, bytes, at],
  }))
}
