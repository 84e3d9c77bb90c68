import type { InStatement, ResultSet } from '@libsql/client/http'
import { readHeadingRow } from '../../worker/domain/catalogue/index/facet-row.ts'
import {
  type AllCompletions,
  beginningHash,
  type Completion,
  type Completions,
  SHORT_BEGINNING,
} from '../../worker/domain/catalogue/suggest/completions.ts'
import { authorsMeant, fits } from '../../worker/domain/catalogue/suggest/fitting.ts'
import type { Typed } from '../../worker/domain/catalogue/suggest/typed.ts'
import { type Question, rowsOf } from '../client.ts'

export interface Suggestion {
  kind: 'title' | 'author' | 'subject'
  text: string
  /** Of a title: its record. */
  id?: number
}

const MOST_TITLES = 5
/** Of them, after whole words and a letter or two, those that begin as was typed. */
const MOST_BEGUN = 2
const MOST_AUTHORS = 2
/** Books are looked at for their authors, and names for their subjects. */
const BOOKS_LOOKED_AT = 3
const NAMES_LOOKED_AT = 2
const LEAST_AFTER_WORDS = 3

/**
 * What the readings of a beginning may become: what is kept of the first one, or else what the index has of any. At most 25 rows are
 * read.
 */
export function suggestions(readings: Typed[]): Question<Suggestion[]> {
  const hashed = readings.map((reading) => ({
    ...reading,
    hash: reading.words.length === 0 ? beginningHash(reading.beginning) : undefined,
  }))
  const kept = hashed.flatMap(({ hash }) => hash ?? [])
  const isSought = readings.some(({ words, beginning }) => words.length > 0 || beginning.length > SHORT_BEGINNING)
  const completions = keptOf(kept)
  const sought = seek(isSought ? hashed : [])
  return {
    statements: [...completions.statements, ...sought.statements],
    read: (results) => {
      const found = completions.read(results.slice(0, completions.statements.length))
      const entries = kept.map((hash) => found.get(hash)).find(Boolean)
      if (entries && entries === found.get(hashed[0]?.hash ?? Number.NaN)) return shown(entries)
      const met = sought.read(results.slice(completions.statements.length))
      return entries && met.every(({ kind }) => kind === 'subject') ? shown(entries) : met
    },
  }
}

function shown({ titles, authors, subjects }: Completions): Suggestion[] {
  const heading =
    (kind: 'author' | 'subject') =>
    ([, , text]: Completion): Suggestion => ({ kind, text })
  return [
    ...authors.slice(0, 2).map(heading('author')),
    ...titles.slice(0, MOST_TITLES).map(([, id, text]): Suggestion => ({ kind: 'title', text, id })),
    ...subjects.slice(0, 2).map(heading('subject')),
  ]
}

type Hashed = Typed & { hash: number | undefined }

/**
 * Asks the index itself: nothing when something is kept of the first reading, and not of the second when something is kept of that. A
 * LIMIT of 0 does not even open the index.
 */
function seek(readings: Hashed[]): Question<Suggestion[]> {
  const [first, second] = readings
  const most = (rows: number, unlessKept: Hashed | undefined) =>
    unlessKept?.hash === undefined
      ? { limit: `${rows}`, args: [] }
      : { limit: `${rows} * (SELECT NOT EXISTS (SELECT 1 FROM completions WHERE hash = ?))`, args: [unlessKept.hash] }
  const words = readings.flatMap((reading) => {
    const match = matchOf(reading)
    return match === undefined ? [] : [{ match, reading }]
  })
  const best = (columns: string[], rows: number) => {
    const arms = columns.flatMap((column, place) =>
      words
        .filter(({ reading }) => reading === first || place === columns.length - 1)
        .map(({ match, reading }) => ({ match: `{${column}} : (${match})`, own: most(rows, reading === second ? second : undefined) })),
    )
    const all = most(rows, first)
    const armSql = ({ own }: (typeof arms)[number]) =>
      `SELECT place FROM (SELECT rowid AS place FROM catalogue_index WHERE catalogue_index MATCH ? LIMIT ${own.limit})`
    return {
      places: `(SELECT place FROM (${arms.map(armSql).join(' UNION ALL ')}) LIMIT ${all.limit})`,
      args: [...arms.flatMap(({ match, own }) => [match, ...own.args]), ...all.args],
    }
  }
  const begun = first && first.words.length > 0 && !isTelling(first) ? first.titleKey : undefined
  const titles = best(['title', 'title author'], begun === undefined ? MOST_TITLES : MOST_TITLES - MOST_BEGUN)
  const books = best(['author'], BOOKS_LOOKED_AT)
  const names = `SELECT DISTINCT heading_id FROM (SELECT heading_id FROM heading_names
    WHERE block >= 'subject ' || ?1 AND block < 'subject ' || ?1 || char(1114111) LIMIT ${NAMES_LOOKED_AT})`
  const subjects = readings.map(({ headingKey }) => headingKey).filter((key) => key.length > SHORT_BEGINNING)
  return {
    statements: [
      ...(begun === undefined
        ? []
        : [
            {
              sql: `SELECT id, title FROM records WHERE title_sort >= ?1 AND title_sort < ?1 || char(1114111) ORDER BY title_sort, id LIMIT ${MOST_BEGUN}`,
              args: [begun],
            },
          ]),
      ...(words.length > 0
        ? [
            {
              sql: `SELECT r.id, r.title FROM ${titles.places} m CROSS JOIN records r ON r.id = (m.place & ${2 ** 24 - 1})`,
              args: titles.args,
            },
            { sql: `SELECT f.headings FROM ${books.places} m CROSS JOIN index_facets f ON f.place = m.place`, args: books.args },
          ]
        : []),
      ...subjects.map((key) => ({ sql: `SELECT h.label FROM (${names}) n CROSS JOIN headings h ON h.id = n.heading_id`, args: [key] })),
    ],
    read: (results) => {
      const rows = results.flatMap((_, place) => rowsOf(results, place))
      const authors = rows.flatMap(({ headings }) => (headings === undefined ? [] : [readHeadingRow(String(headings)).authors]))
      const found = rows
        .filter(({ title }) => title !== undefined)
        .map(({ id, title }): Suggestion => ({ kind: 'title', text: String(title), id: Number(id) }))
      const fitting = found.map((suggestion) => ({ suggestion, isFitting: fits(suggestion.text, readings) }))
      return [
        ...authorsMeant(authors, readings, MOST_AUTHORS).map((text): Suggestion => ({ kind: 'author', text })),
        ...fitting.sort((a, b) => Number(b.isFitting) - Number(a.isFitting)).map(({ suggestion }) => suggestion),
        ...rows.flatMap(({ label }): Suggestion[] => (label === undefined ? [] : [{ kind: 'subject', text: String(label) }])),
      ].filter(isFirst)
    },
  }
}

const isFirst = ({ kind, text }: Suggestion, place: number, all: Suggestion[]) =>
  all.findIndex((other) => other.kind === kind && other.text.toLowerCase() === text.toLowerCase()) === place

/** Of one or two letters after whole words only the words count: half the catalogue has a word that begins so. */
const isTelling = ({ beginning }: Typed) => beginning.length >= LEAST_AFTER_WORDS

function matchOf(typed: Typed): string | undefined {
  const { words, beginning } = typed
  const whole = words.map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`)
  const parts = isTelling(typed) ? [...whole, `"${beginning}" *`] : whole
  return parts.length === 0 ? undefined : parts.join(' AND ')
}

/** The lists of completions of a few beginnings: a list of them would be read row by row. */
function keptOf(hashes: number[]): Question<AllCompletions> {
  const one = 'SELECT hash, entries FROM completions WHERE hash = ?'
  return {
    statements: hashes.length === 0 ? [] : [{ sql: hashes.map(() => one).join(' UNION ALL '), args: hashes }],
    read: completionsIn,
  }
}

/** The lists of completions with these hashes. */
export function findCompletions(hashes: number[]): Question<AllCompletions> {
  return {
    statements: [
      { sql: 'SELECT hash, entries FROM completions WHERE hash IN (SELECT value FROM json_each(?))', args: [JSON.stringify(hashes)] },
    ],
    read: completionsIn,
  }
}

const completionsIn = (results: ResultSet[]): AllCompletions =>
  new Map(rowsOf(results).map(({ hash, entries }) => [Number(hash), JSON.parse(String(entries))]))

export function recordCompletions(all: AllCompletions): InStatement[] {
  const rows = [...all].map(([hash, completions]) => [hash, JSON.stringify(completions)])
  if (rows.length === 0) return []
  return [{ sql: 'INSERT OR REPLACE INTO completions SELECT value ->> 0, value ->> 1 FROM json_each(?)', args: [JSON.stringify(rows)] }]
}
