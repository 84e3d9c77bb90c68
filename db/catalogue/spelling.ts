import type { InStatement } from '@libsql/client/http'
import type { QueryWord } from '../../worker/domain/catalogue/query/clause.ts'
import { deletions, isCorrectable, lookups } from '../../worker/domain/catalogue/spelling/deletions.ts'
import { divisible, LEAST_PIECE } from '../../worker/domain/catalogue/spelling/spacing.ts'
import { spellingRows } from '../../worker/domain/catalogue/spelling/spelling-rows.ts'
import { type Question, rowsOf } from '../client.ts'

const MOST_ASKED = 8
const LONGEST = 400
/** In a longer question nothing is looked for that costs so much. */
const MOST_DIVIDED = 4

export interface UnknownWord {
  /** Words of the index that are spelt alike. */
  near: string[]
  /** The beginnings of its key that are a word of some title in which the rest is one too. */
  lefts: string[]
}

const PIECES = JSON.stringify(Array.from({ length: 24 - 2 * LEAST_PIECE + 1 }, (_, more) => LEAST_PIECE + more))

/** Of these words those that the index does not hold, with what they may have been meant to be. */
export function unknownWords(words: QueryWord[]): Question<Map<QueryWord, UnknownWord>> {
  const asked = words.filter(({ key, quoted }) => isCorrectable(key) && !quoted).slice(0, MOST_ASKED)
  const rows = asked.map((word) => [
    [...new Set([word.key, ...word.stems].flatMap(lookups))],
    [word.key, ...word.others].map((term) => `"${term}"`).join(' OR '),
    ...(words.length > MOST_DIVIDED ? [] : (divisible(word) ?? [])),
  ])
  return {
    statements: [
      {
        sql: `SELECT w.key AS number,
                (SELECT group_concat(s.words, '') FROM json_each(w.value, '$[0]') h CROSS JOIN spellings s ON s.hash = h.value) AS near,
                (SELECT group_concat(substr(w.value ->> 2, 1, p.value), ' ') FROM json_each('${PIECES}') p
                  WHERE p.value <= length(w.value ->> 2) - ${LEAST_PIECE} AND EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH
                    format('{title author} : ("%s" AND ("%s" OR "%s"))', substr(w.value ->> 2, 1, p.value), substr(w.value ->> 2, p.value + 1),
                      substr(iif(length(w.value ->> 3) >= p.value + ${LEAST_PIECE}, w.value ->> 3, w.value ->> 2), p.value + 1)))) AS lefts
              FROM json_each(?) w WHERE NOT EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH w.value ->> 1)`,
        args: [JSON.stringify(rows)],
      },
    ],
    read: (results) =>
      new Map(
        rowsOf(results).flatMap(({ number, near, lefts }) => {
          const word = asked[Number(number)]
          return word ? [[word, { near: listed(near), lefts: listed(lefts) }]] : []
        }),
      ),
  }
}

const listed = (text: unknown) => (typeof text === 'string' && text !== '' ? text.trim().split(/ +/) : [])

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
