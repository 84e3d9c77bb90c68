import type { InStatement } from '@libsql/client/http'
import type { QueryWord } from '../../worker/domain/catalogue/query/clause.ts'
import { deletions, isCorrectable, lookups } from '../../worker/domain/catalogue/spelling/deletions.ts'
import { spellingRows } from '../../worker/domain/catalogue/spelling/spelling-rows.ts'
import { type Question, rowsOf } from '../client.ts'

const MOST_ASKED = 8
const LONGEST = 400

/** Of these words those that the index does not hold, with the words of the index that are near. */
export function unknownWords(words: QueryWord[]): Question<Map<QueryWord, string[]>> {
  const asked = words.filter(({ key, quoted }) => isCorrectable(key) && !quoted).slice(0, MOST_ASKED)
  const rows = asked.map(({ key, stems, others }) => [
    [...new Set([key, ...stems].flatMap(lookups))],
    [key, ...others].map((term) => `"${term}"`).join(' OR '),
  ])
  return {
    statements: [
      {
        sql: `SELECT w.key AS number, (SELECT group_concat(s.words, '') FROM json_each(w.value, '$[0]') h CROSS JOIN spellings s ON s.hash = h.value) AS near
              FROM json_each(?) w WHERE NOT EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH w.value ->> 1)`,
        args: [JSON.stringify(rows)],
      },
    ],
    read: (results) =>
      new Map(
        rowsOf(results).flatMap(({ number, near }) => {
          const word = asked[Number(number)]
          return word ? [[word, near === null ? [] : String(near).trim().split(/ +/)]] : []
        }),
      ),
  }
}

/** Whether the index has anything for each of these matches, where it has nothing for the first choice. */
export function anyMatches(matches: string[], firstChoice: string): Question<boolean[]> {
  if (matches.length === 0) return { statements: [], read: () => [] }
  return {
    statements: [
      {
        sql: `SELECT CASE WHEN EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH ?2) THEN 0
                ELSE EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH m.value) END AS found FROM json_each(?1) m ORDER BY m.key`,
        args: [JSON.stringify(matches), firstChoice],
      },
    ],
    read: (results) => rowsOf(results).map(({ found }) => Number(found) === 1),
  }
}

const ROWS_A_STATEMENT = 20_000

/** All that the correction knows, at once. */
export function recordAllSpellings(words: Iterable<string>): InStatement[] {
  const rows = spellingRows(words, LONGEST)
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, page) => ({
    sql: 'INSERT INTO spellings SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    args: [JSON.stringify(rows.slice(page * ROWS_A_STATEMENT, (page + 1) * ROWS_A_STATEMENT))],
  }))
}

/** Makes words known to the correction. */
export function recordSpellings(words: Iterable<string>): InStatement[] {
  const rows = [...new Set(words)].filter(isCorrectable).flatMap((word) => deletions(word).map((hash) => [hash, word]))
  if (rows.length === 0) return []
  return [
    {
      sql: `INSERT INTO spellings SELECT value ->> 0, ' ' || (value ->> 1) || ' ' FROM json_each(?) WHERE TRUE
            ON CONFLICT (hash) DO UPDATE SET words = words || ltrim(excluded.words)
            WHERE instr(words, excluded.words) = 0 AND length(words) < ${LONGEST}`,
      args: [JSON.stringify(rows)],
    },
  ]
}
