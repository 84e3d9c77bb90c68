import type { InStatement, Row } from '@libsql/client/http'
import type { QueryWord } from '../../worker/domain/catalogue/query/clause.ts'
import { deletions, isCorrectable, lookups, openForms } from '../../worker/domain/catalogue/spelling/deletions.ts'
import type { FewerWords } from '../../worker/domain/catalogue/spelling/fewer-words.ts'
import type { Guesses, OtherChoices } from '../../worker/domain/catalogue/spelling/meant.ts'
import { divisible, type Halves, LEAST_NEIGHBOUR, LEAST_PIECE, LONGEST } from '../../worker/domain/catalogue/spelling/spacing.ts'
import { spellingRows } from '../../worker/domain/catalogue/spelling/spelling-rows.ts'

const MOST_ASKED = 8
const LONGEST_ROW = 400
/** Of so many of the most wanted records that have a name, one should be by its author, or he is not meant. */
const MOST_BY_AUTHOR = 50
/** In a longer question nothing is looked for that costs so much. */
const MOST_DIVIDED = 4

/** Where a word may be parted, and whether the letter before the blank is also the one after it, as it is in the key of ақкеме. */
const SPLITS = JSON.stringify(
  Array.from({ length: LONGEST - 2 * LEAST_NEIGHBOUR + 1 }, (_, more) => LEAST_NEIGHBOUR + more).flatMap((place) => [
    [place, 0],
    [place, 1],
  ]),
)
/** A shorter stem says too little: of what is cut to it, it is no form. */
const LEAST_STEM = 4

/** So many hits may all be there by chance, when none of them is in one of our languages. */
const FEW = 20
const IN_OUR_LANGUAGES =
  "EXISTS (SELECT 1 FROM a CROSS JOIN index_facets f ON f.place = a.r WHERE f.facets GLOB '*|kaz|*' OR f.facets GLOB '*|rus|*')"

/** What is asked in the same statement as a search, beside it. */
export interface AskedBeside<Answer> {
  when: AskedWhen
  args: Record<string, string>
  read(rows: Row[]): Answer
}

/** Whether it is asked at all, and of what a search has found. */
export type AskedWhen = 'never' | 'nothing is found' | 'it may be met by chance' | 'always'

export const NOTHING_BESIDE = { when: 'never', args: {} } as const

// What is found and not on the shelf is found.
const IS_EMPTY: Record<Exclude<AskedWhen, 'never'>, string> = {
  'nothing is found': 'looked_at = 0',
  'it may be met by chance': `iif(looked_at <= ${FEW} AND n = looked_at, NOT ${IN_OUR_LANGUAGES}, FALSE)`,
  always: 'TRUE',
}

/** Tables that come after those of a search, which they use, and rows after its rows: a kind and one text. */
export function besideSql(when: AskedWhen): { tables: string; rows: string } {
  if (when === 'never') return { tables: '', rows: '' }
  return {
    tables: `, empty(is_empty) AS MATERIALIZED (SELECT ${IS_EMPTY[when]} FROM n),
      w(number, word, known) AS MATERIALIZED (
        SELECT key, value, EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH value ->> 1) FROM json_each(:words)
        WHERE (SELECT is_empty FROM empty)),
      halves(number, l, rest, stem) AS (
        SELECT number, substr(word ->> 3, 1, p.value ->> 0), substr(word ->> 3, 1 + (p.value ->> 0) - (p.value ->> 1)),
          substr(iif(length(word ->> 4) >= (p.value ->> 0) + ${LEAST_PIECE}, word ->> 4, word ->> 3), 1 + (p.value ->> 0) - (p.value ->> 1))
        FROM w CROSS JOIN json_each('${SPLITS}') p WHERE NOT known AND p.value ->> 0 <= length(word ->> 3) - ${LEAST_NEIGHBOUR} AND p.value ->> 1 <= word ->> 5)`,
    rows: `UNION ALL SELECT 'word', json_array(number, known,
        iif(known AND looked_at > 0, EXISTS (SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH word ->> 2), known),
        (SELECT group_concat(s.words, '') FROM json_each(word, '$[0]') d CROSS JOIN spellings s ON s.hash = d.value),
        (SELECT group_concat(format('%s/%s', l, rest), ' ') FROM halves WHERE halves.number = w.number AND EXISTS (
          SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH
            iif(min(length(l), length(rest)) >= ${LEAST_PIECE}, format('{title author} : ("%s" AND ("%s" OR "%s"))', l, rest, stem),
              format('{title author} : ("%s %s" OR "%s %s")', l, rest, l, stem))))) FROM w CROSS JOIN n
      UNION ALL SELECT 'match', json_array(m.key, l.title_keys) FROM empty CROSS JOIN json_each(:matches) m CROSS JOIN index_lines l ON l.place =
        iif(json_array_length(m.value) = 1, (SELECT rowid FROM catalogue_index WHERE catalogue_index MATCH m.value ->> 0 LIMIT 1),
          (SELECT o.place FROM (SELECT rowid AS r FROM catalogue_index WHERE catalogue_index MATCH m.value ->> 0 LIMIT ${MOST_BY_AUTHOR}) b
            CROSS JOIN index_lines o ON o.place = b.r
            WHERE EXISTS (SELECT 1 FROM json_each(m.value, '$[1]') e WHERE instr(o.author_keys, e.value)) LIMIT 1)) WHERE is_empty`,
  }
}

/**
 * When the search has found nothing, or what may be there by chance, or would not be heard: what each of its words may have been meant
 * to be, and which of the other matches the index has something for. `elsewhere` are the words on another keyboard layout.
 */
export function otherChoices(
  { typed, elsewhere, isFirstChoice, mayMeetByChance }: Pick<Guesses, 'typed' | 'elsewhere' | 'isFirstChoice' | 'mayMeetByChance'>,
  matches: Pick<FewerWords, 'match' | 'author'>[],
): AskedBeside<OtherChoices> {
  const correctable = (words: QueryWord[]) => words.filter(({ quoted, tokens }) => !quoted && tokens.length === 0).slice(0, MOST_ASKED)
  const asked = [...correctable(typed), ...correctable(elsewhere)]
  if (asked.length === 0 && matches.length === 0) return { ...NOTHING_BESIDE, read: () => ({ words: new Map(), met: new Map() }) }
  const rows = asked.map((word) => {
    const forms = [word.key, ...word.others, ...word.stems.filter((stem) => stem.length >= LEAST_STEM)]
    return [
      isCorrectable(word.key) ? [...new Set([word.key, ...word.stems, ...openForms(word)].flatMap(lookups))] : [],
      forms.map((term) => `"${term}"`).join(' OR '),
      `"${word.key}"`,
      ...(typed.length > MOST_DIVIDED || elsewhere.includes(word) ? [] : (divisible(word) ?? [])),
    ]
  })
  return {
    when: isFirstChoice ? 'always' : mayMeetByChance ? 'it may be met by chance' : 'nothing is found',
    args: {
      words: JSON.stringify(rows),
      matches: JSON.stringify(matches.map(({ match, author }) => (author ? [author.anywhere, author.names] : [match]))),
    },
    read: (found) => {
      const packed = (wanted: string) => found.flatMap(({ kind, packed: text }) => (kind === wanted ? [JSON.parse(String(text))] : []))
      return {
        words: new Map(
          packed('word').flatMap(([number, known, isSpelt, near, halves]: PackedWord) => {
            const word = asked[number]
            return word
              ? [[word, { known: known === 1, isSpelt: isSpelt === 1, near: listed(near), halves: listed(halves).map(readHalves) }]]
              : []
          }),
        ),
        met: new Map(
          packed('match').flatMap(([number, titles]: [number, string]): [string, string][] => {
            const own = matches[number]
            return own ? [[own.match, titles]] : []
          }),
        ),
      }
    },
  }
}

type PackedWord = [number: number, known: number, isSpelt: number, near: string | null, halves: string | null]

const listed = (text: string | null) => (text ? text.trim().split(/ +/) : [])

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
