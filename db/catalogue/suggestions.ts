import type { InStatement } from '@libsql/client/http'
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
const MOST_AUTHORS = 2
/** Books are looked at for their authors, and names for their subjects. */
const BOOKS_LOOKED_AT = 5
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
  const completions = findCompletions(kept)
  const sought = seek(isSought ? hashed : [])
  return {
    statements: [...completions.statements, ...sought.statements],
    read: (results) => {
      const found = completions.read(results.slice(0, completions.statements.length))
      const met = sought.read(results.slice(completions.statements.length))
      const entries = kept.map((hash) => found.get(hash)).find(Boolean)
      return met.length === 0 && entries ? shown(entries) : met
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

/** Asks the index itself, of readings of which nothing is kept while nothing is kept of the first. */
function seek(readings: Hashed[]): Question<Suggestion[]> {
  const first = readings[0]?.hash
  // A LIMIT of 0 does not even open the index.
  const most = (rows: number, hash: number | undefined) => {
    const hashes = [...new Set([first, hash])].filter((one) => one !== undefined)
    return {
      limit:
        hashes.length === 0
          ? `${rows}`
          : `${rows} * (SELECT count(*) = 0 FROM completions WHERE hash IN (${hashes.map(() => '?').join(', ')}))`,
      hashes,
    }
  }
  const words = readings.flatMap((reading) => {
    const match = matchOf(reading)
    return match === undefined ? [] : [{ match, hash: reading.hash }]
  })
  const subjects = readings.filter(({ headingKey }) => headingKey.length > SHORT_BEGINNING)
  const best = (columns: string[], rows: number) => {
    const arms = columns.flatMap((column) => words.map(({ match, hash }) => ({ match: `{${column}} : (${match})`, ...most(rows, hash) })))
    const armSql = ({ limit }: (typeof arms)[number]) =>
      `SELECT place FROM (SELECT rowid AS place FROM catalogue_index WHERE catalogue_index MATCH ? LIMIT ${limit})`
    return {
      places: `(SELECT place FROM (${arms.map(armSql).join(' UNION ALL ')}) LIMIT ${rows})`,
      args: arms.flatMap(({ match, hashes }) => [match, ...hashes]),
    }
  }
  const titles = best(['title', 'title author'], MOST_TITLES)
  const books = best(['author'], BOOKS_LOOKED_AT)
  const names = (limit: string) => `SELECT DISTINCT heading_id FROM (SELECT heading_id FROM heading_names
    WHERE block >= 'subject ' || ? AND block < 'subject ' || ? || char(1114111) LIMIT ${limit})`
  const ofSubjects = subjects.map(({ headingKey, hash }) => {
    const { limit, hashes } = most(NAMES_LOOKED_AT, hash)
    return {
      sql: `SELECT h.label FROM (${names(limit)}) n CROSS JOIN headings h ON h.id = n.heading_id`,
      args: [headingKey, headingKey, ...hashes],
    }
  })
  return {
    statements: [
      ...(words.length > 0
        ? [
            {
              sql: `SELECT r.id, r.title FROM ${titles.places} m CROSS JOIN records r ON r.id = (m.place & ${2 ** 24 - 1})`,
              args: titles.args,
            },
            { sql: `SELECT f.headings FROM ${books.places} m CROSS JOIN index_facets f ON f.place = m.place`, args: books.args },
          ]
        : []),
      ...ofSubjects,
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
function matchOf({ words, beginning }: Typed): string | undefined {
  const whole = words.map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`)
  const parts = beginning.length >= LEAST_AFTER_WORDS ? [...whole, `"${beginning}" *`] : whole
  return parts.length === 0 ? undefined : parts.join(' AND ')
}

/** The lists of completions with these hashes. */
export function findCompletions(hashes: number[]): Question<AllCompletions> {
  return {
    statements:
      hashes.length === 0
        ? []
        : [{ sql: 'SELECT hash, entries FROM completions WHERE hash IN (SELECT value FROM json_each(?))', args: [JSON.stringify(hashes)] }],
    read: (results) => new Map(rowsOf(results).map(({ hash, entries }) => [Number(hash), JSON.parse(String(entries))])),
  }
}

export function recordCompletions(all: AllCompletions): InStatement[] {
  const rows = [...all].map(([hash, completions]) => [hash, JSON.stringify(completions)])
  if (rows.length === 0) return []
  return [{ sql: 'INSERT OR REPLACE INTO completions SELECT value ->> 0, value ->> 1 FROM json_each(?)', args: [JSON.stringify(rows)] }]
}
