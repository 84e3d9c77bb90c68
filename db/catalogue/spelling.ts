import type { InStatement } from '@libsql/client/http'
import type { QueryWord } from '../../worker/domain/catalogue/query/clause.ts'
import { deletions, isCorrectable, lookups } from '../../worker/domain/catalogue/spelling/deletions.ts'
import type { FewerWords, MetKeys } from '../../worker/domain/catalogue/spelling/fewer-words.ts'
import type { Guesses, OtherChoices } from '../../worker/domain/catalogue/spelling/meant.ts'
import { divisible, type Halves, LEAST_NEIGHBOUR, LEAST_PIECE, LONGEST } from '../../worker/domain/catalogue/spelling/spacing.ts'
import { spellingRows } from '../../worker/domain/catalogue/spelling/spelling-rows.ts'
import { type Question, rowsOf } from '../client.ts'

const MOST_ASKED = 8
const LONGEST_ROW = 400
/** Of so many of the most wanted records that have a name, one should be by its author, or he is not meant. */
const MOST_BY_AUTHOR = 100
/** In a longer question nothing is looked for that costs so much. */
const MOST_DIVIDED = 4

/** Where a word may be parted, and whether the letter before the blank is also the one after it, as in ақкеме. */
const SPLITS = JSON.stringify(
  Array.from({ length: LONGEST - 2 * LEAST_NEIGHBOUR + 1 }, (_, more) => LEAST_NEIGHBOUR + more).flatMap((place) => [
    [place, 0],
    [place, 1],
  ]),
)
/** A shorter stem says too little: of what is cut to it, it is no form. */
const LEAST_STEM = 4

/**
 * When the index has nothing for the first choice: what each of its words may have been meant to be, and which of the other matches
 * it has something for. That it has nothing may take long to learn, so both are asked at once. `elsewhere` are the words on another
 * keyboard layout.
 */
export function otherChoices(
  { typed, elsewhere }: Pick<Guesses, 'typed' | 'elsewhere'>,
  matches: Pick<FewerWords, 'match' | 'author'>[],
  firstChoice: string,
): Question<OtherChoices> {
  const correctable = (words: QueryWord[]) => words.filter(({ quoted, tokens }) => !quoted && tokens.length === 0).slice(0, MOST_ASKED)
  const asked = [...correctable(typed), ...correctable(elsewhere)]
  if (asked.length === 0 && matches.length === 0) return { statements: [], read: () => ({ words: new Map(), met: new Map() }) }
  const rows = asked.map((word) => {
    const forms = [word.key, ...word.others, ...word.stems.filter((stem) => stem.length >= LEAST_STEM)]
    return [
      isCorrectable(word.key) ? [...new Set([word.key, ...word.stems].flatMap(lookups))] : [],
      forms.map((term) => `"${term}"`).join(' OR '),
      ...(typed.length > MOST_DIVIDED || elsewhere.includes(word) ? [] : (divisible(word) ?? [])),
    ]
  })
  return {
    statements: [
      {
        sql: `WITH empty(is_empty) AS MATERIALIZED (SELECT NOT EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH ?2)),
              w(number, word, known) AS MATERIALIZED (
                SELECT key, value, EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH value ->> 1) FROM json_each(?1)
                WHERE (SELECT is_empty FROM empty)),
              h(number, l, rest, stem) AS (
                SELECT number, substr(word ->> 2, 1, p.value ->> 0), substr(word ->> 2, 1 + (p.value ->> 0) - (p.value ->> 1)),
                  substr(iif(length(word ->> 3) >= (p.value ->> 0) + ${LEAST_PIECE}, word ->> 3, word ->> 2), 1 + (p.value ->> 0) - (p.value ->> 1))
                FROM w CROSS JOIN json_each('${SPLITS}') p WHERE NOT known AND p.value ->> 0 <= length(word ->> 2) - ${LEAST_NEIGHBOUR})
              SELECT 'word' AS kind, number, known,
                (SELECT group_concat(s.words, '') FROM json_each(word, '$[0]') d CROSS JOIN spellings s ON s.hash = d.value) AS near,
                (SELECT group_concat(format('%s/%s', l, rest), ' ') FROM h WHERE h.number = w.number AND EXISTS (
                  SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH
                    iif(min(length(l), length(rest)) >= ${LEAST_PIECE}, format('{title author} : ("%s" AND ("%s" OR "%s"))', l, rest, stem),
                      format('{title author} : ("%s %s" OR "%s %s")', l, rest, l, stem)))) AS halves
              FROM w
              UNION ALL SELECT 'match', m.key, d.title_keys, NULL, NULL FROM empty CROSS JOIN json_each(?3) m CROSS JOIN index_lines d ON d.place =
                iif(json_array_length(m.value) = 1, (SELECT rowid FROM catalogue_index WHERE catalogue_index MATCH m.value ->> 0 LIMIT 1),
                  (SELECT l.place FROM (SELECT rowid AS r FROM catalogue_index WHERE catalogue_index MATCH m.value ->> 0 LIMIT ${MOST_BY_AUTHOR}) a
                    CROSS JOIN index_lines l ON l.place = a.r
                    WHERE EXISTS (SELECT 1 FROM json_each(m.value, '$[1]') n WHERE instr(l.author_keys, n.value)) LIMIT 1)) WHERE is_empty`,
        args: [
          JSON.stringify(rows),
          firstChoice,
          JSON.stringify(matches.map(({ match, author }) => (author ? [author.anywhere, author.names] : [match]))),
        ],
      },
    ],
    read: (results) => {
      const found = rowsOf(results)
      return {
        words: new Map(
          found.flatMap(({ kind, number, known, near, halves }) => {
            const word = kind === 'word' ? asked[Number(number)] : undefined
            return word ? [[word, { known: Number(known) === 1, near: listed(near), halves: listed(halves).map(readHalves) }]] : []
          }),
        ),
        met: new Map(
          found.flatMap(({ kind, number, known }): [string, MetKeys][] => {
            const own = kind === 'match' ? matches[Number(number)] : undefined
            return own === undefined ? [] : [[own.match, { titles: String(known) }]]
          }),
        ),
      }
    },
  }
}

const listed = (text: unknown) => (typeof text === 'string' && text !== '' ? text.trim().split(/ +/) : [])

function readHalves(text: string): Halves {
  const [left = '', rest = ''] = text.split('/')
  return { left, rest }
}

const ROWS_A_STATEMENT = 20_000

/** All that the correction knows, at once. */
export function recordAllSpellings(words: Iterable<string>): InStatement[] {
  const rows = spellingRows(words, LONGEST_ROW)
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
            WHERE instr(words, excluded.words) = 0 AND length(words) < ${LONGEST_ROW}`,
      args: [JSON.stringify(rows)],
    },
  ]
}
