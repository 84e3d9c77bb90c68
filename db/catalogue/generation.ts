import type { InStatement, Row } from '@libsql/client/http'
import type { IndexEntry } from '../../worker/domain/catalogue/index/index-entry.ts'
import { type Question, rowsOf } from '../client.ts'

export interface CatalogueState {
  /** It moves with every change of what a search finds. */
  generation: number
  /** Some record has changed, and the index does not say so yet. */
  isStale: boolean
}

/** Which state of the catalogue the same batch saw. */
export function catalogueState(): Question<CatalogueState> {
  return { statements: [stateSql], read: (results) => readState(rowsOf(results)) }
}

/** Which state a statement saw whose rows are a kind and one text: another of its rows. */
export const stateSql = `SELECT 'state' AS kind, json_array(generation, EXISTS (SELECT 1 FROM index_stale)) AS packed FROM catalogue_generation`

export function readState(rows: Row[]): CatalogueState {
  const [generation, isStale]: [number, number] = JSON.parse(String(rows.find(({ kind }) => kind === 'state')?.packed ?? '[0, 0]'))
  return { generation, isStale: isStale === 1 }
}

const REMEMBERED = 4_096
/** More at once are not told one by one: they are an import, and concern every answer. */
const FEW = 50

const COLUMNS = ['filter', 'title', 'author', 'series', 'subject', 'note', 'shelfmark'] as const

/** Tells which records have just been put into the index or taken out of it, with their words: answers that match neither stay good. */
export function recordNews(entries: Pick<IndexEntry, 'recordId' | 'columns'>[]): InStatement[] {
  if (entries.length > FEW) return recordAllNew()
  const args = [JSON.stringify(entries.map(({ recordId, columns }) => [recordId, ...COLUMNS.map((name) => columns[name])]))]
  const numbered = 'generation - key'
  return [
    { sql: 'UPDATE catalogue_generation SET generation = generation + ?', args: [entries.length] },
    { sql: `INSERT INTO catalogue_changes SELECT ${numbered}, value ->> 0 FROM json_each(?), catalogue_generation`, args },
    {
      sql: `INSERT INTO changed_words (rowid, ${COLUMNS.join(', ')})
            SELECT ${numbered}, ${COLUMNS.map((_, place) => `value ->> ${place + 1}`).join(', ')} FROM json_each(?), catalogue_generation`,
      args,
    },
    ...FORGOTTEN,
  ]
}

/** No answer kept before is good any more. */
export function recordAllNew(): InStatement[] {
  return [`UPDATE catalogue_generation SET generation = generation + ${REMEMBERED + 1}`, ...FORGOTTEN]
}

const FORGOTTEN = [
  ['catalogue_changes', 'generation'],
  ['changed_words', 'rowid'],
].map(([table, number]) => `DELETE FROM ${table} WHERE ${number} <= (SELECT generation - ${REMEMBERED} FROM catalogue_generation)`)

/**
 * Whether anything changed since `generation` that an answer shows (`recordIds`) or that its question (`match`, FTS5) finds now or found before;
 * without `match`, anything.
 */
export function answerHasChanged(generation: number, recordIds: number[], match: string | null): Question<boolean> {
  const isOutOfSight = `SELECT 1 FROM catalogue_generation WHERE generation < ?1 OR generation > ?1 + ${match === null ? 0 : REMEMBERED}`
  const isShown = 'SELECT 1 FROM json_each(?2) r CROSS JOIN catalogue_changes c ON c.record_id = r.value AND c.generation > ?1'
  const isFound = match === null ? '0' : 'EXISTS (SELECT 1 FROM changed_words WHERE changed_words MATCH ?3 AND rowid > ?1)'
  return {
    statements: [
      {
        sql: `SELECT CASE WHEN EXISTS (${isOutOfSight}) OR EXISTS (${isShown}) THEN 1 ELSE ${isFound} END AS changed`,
        args: [generation, JSON.stringify(recordIds), ...(match === null ? [] : [match])],
      },
    ],
    read: (results) => Number(rowsOf(results)[0]?.changed) === 1,
  }
}
