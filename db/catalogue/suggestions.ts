import type { InStatement } from '@libsql/client/http'
import { readHeadingRow } from '../../worker/domain/catalogue/index/facet-row.ts'
import {
  type AllCompletions,
  type Completion,
  type Completions,
  LONGEST_PREFIX,
  prefixHash,
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
const SHORT_BEGINNING = 2

/** What the readings of a beginning may become: the first reading that leads anywhere counts. At most 25 rows are read. */
export function suggestions(readings: Typed[]): Question<Suggestion[]> {
  const [first] = readings
  if (!first) return { statements: [], read: () => [] }
  const isShort = readings.every(({ words, beginning }) => words.length === 0 && beginning.length <= LONGEST_PREFIX)
  return isShort ? shortSuggestions(readings) : longSuggestions(readings)
}

function shortSuggestions(readings: Typed[]): Question<Suggestion[]> {
  return {
    statements: readings.map(({ beginning }) => ({ sql: 'SELECT entries FROM completions WHERE hash = ?', args: [prefixHash(beginning)] })),
    read: (results) => {
      const entries = results.map((_, place) => rowsOf(results, place)[0]?.entries).find((found) => found !== undefined)
      return entries === undefined ? [] : shown(JSON.parse(String(entries)))
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

function longSuggestions(readings: Typed[]): Question<Suggestion[]> {
  const words = readings.flatMap((reading) => matchOf(reading) ?? [])
  const subjects = readings.map(({ headingKey }) => headingKey).filter((key) => key.length > LONGEST_PREFIX)
  const best = (matches: string[], most: number) => ({
    places: `(SELECT place FROM (${matches.map(() => 'SELECT rowid AS place FROM catalogue_index WHERE catalogue_index MATCH ?').join(' UNION ALL ')}) LIMIT ${most})`,
    args: matches,
  })
  const titles = best(
    [...words.map((match) => `{title} : (${match})`), ...words.map((match) => `{title author} : (${match})`)],
    MOST_TITLES,
  )
  const books = best(
    words.map((match) => `{author} : (${match})`),
    BOOKS_LOOKED_AT,
  )
  const names = `SELECT DISTINCT heading_id FROM (SELECT heading_id FROM heading_names
    WHERE block >= 'subject ' || ?1 AND block < 'subject ' || ?1 || char(1114111) LIMIT ${NAMES_LOOKED_AT})`
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
function matchOf({ words, beginning }: Typed): string | undefined {
  const whole = words.map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`)
  const parts = beginning.length > SHORT_BEGINNING ? [...whole, `"${beginning}" *`] : whole
  return parts.length === 0 ? undefined : parts.join(' AND ')
}

/** The lists of completions with these hashes. */
export function findCompletions(hashes: number[]): Question<AllCompletions> {
  return {
    statements: [
      { sql: 'SELECT hash, entries FROM completions WHERE hash IN (SELECT value FROM json_each(?))', args: [JSON.stringify(hashes)] },
    ],
    read: (results) => new Map(rowsOf(results).map(({ hash, entries }) => [Number(hash), JSON.parse(String(entries))])),
  }
}

export function recordCompletions(all: AllCompletions): InStatement[] {
  const rows = [...all].map(([hash, completions]) => [hash, JSON.stringify(completions)])
  if (rows.length === 0) return []
  return [{ sql: 'INSERT OR REPLACE INTO completions SELECT value ->> 0, value ->> 1 FROM json_each(?)', args: [JSON.stringify(rows)] }]
}
