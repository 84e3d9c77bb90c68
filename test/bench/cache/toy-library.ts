import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { createClient, type InStatement, type ResultSet } from '@libsql/client/http'
import { availability } from '../../../db/catalogue/availability.ts'
import { catalogueState, recordNews } from '../../../db/catalogue/generation.ts'
import { recordFading } from '../../../db/catalogue/question-sightings.ts'
import { type Database, type Question, rowsOf, together } from '../../../db/client.ts'
import { readMigrations } from '../../../db/read-migrations.ts'
import type { Random } from '../../../db/seed/random.ts'
import type { CachedSearch } from '../../../worker/cache/cached-search.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import { zipf } from '../catalogue/zipf.ts'

const WORDS_A_TITLE = 6
/** What is asked for most stands in a title of fifty, for readers ask for names more than for common words. */
const EXPONENT_OF_TITLES = 0.5

/** The product's tables with titles of numbered words, in memory: what the cache asks of a database is really asked. */
export interface ToyLibrary {
  /** A request's door. */
  open(): Database
  /** The n-th question, as any reader puts it: a word. */
  search(question: number): CachedSearch
  /** A cataloguer corrects a record: its index row is written anew. */
  edit(recordId: number): void
  night(): void
}

export function openToyLibrary(records: number, questions: number, random: Random): ToyLibrary {
  const database = new DatabaseSync(':memory:')
  const draw = zipf(questions, EXPONENT_OF_TITLES)
  for (const { sql } of readMigrations()) database.exec(sql)
  const words = database.prepare('INSERT INTO catalogue_index (rowid, title) VALUES (?, ?)')
  const titles = new Map<number, string>()
  database.exec('BEGIN')
  for (let id = 1; id <= records; id += 1) {
    const title = [id % questions, ...Array.from({ length: WORDS_A_TITLE - 1 }, () => draw(random))].map(wordOf).join(' ')
    titles.set(id, title)
    words.run(id, title)
  }
  database.exec('COMMIT')
  const statements = new Map<string, StatementSync>()
  const run = (statement: InStatement): ResultSet => {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement
    const prepared = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, prepared)
    const rows = prepared.all(...(Object.values(args) as SQLInputValue[]))
    return { rows, columns: [], columnTypes: [], rowsAffected: 0, lastInsertRowid: undefined, toJSON: () => rows } as unknown as ResultSet
  }
  return {
    open: () => {
      let trips = 0
      return {
        client: createClient({ url: 'http://nowhere.invalid' }),
        get trips() {
          return trips
        },
        rows: 0,
        async ask(asked, lines = []) {
          trips += 1
          const { statements, read } = together(asked)
          return read([...statements, ...lines].map(run))
        },
        record: async (statements) => statements.map(run),
      }
    },
    search: (question) => ({
      key: `question ${question}`,
      match: () => `"${wordOf(question)}"`,
      branches: [],
      onShelfOnly: false,
      find: (db) => db.ask({ answer: hits(question), state: catalogueState() }),
      copies: (ids) => availability(ids, []),
    }),
    night: () => recordFading().forEach(run),
    edit(recordId) {
      const columns = { filter: '', title: titles.get(recordId) ?? '', author: '', series: '', subject: '', note: '', shelfmark: '' }
      recordNews([{ recordId, columns }]).forEach(run)
    },
  }
}

const wordOf = (number: number) => `w${number.toString(36)}`

function hits(question: number): Question<SearchAnswer> {
  return {
    statements: [
      { sql: 'SELECT rowid AS id FROM catalogue_index WHERE catalogue_index MATCH ? LIMIT 20', args: [`"${wordOf(question)}"`] },
    ],
    read: (results) => {
      const found = rowsOf(results).map(({ id }) => Number(id))
      const copies = { total: 0, available: 0 }
      return {
        hits: found.map((id) => ({ id, title: `Title ${id}`, author: null, year: null, language: 'kaz', shelfmark: null, copies })),
        total: found.length,
        estimated: false,
        facets: null,
        cursor: null,
      }
    },
  }
}
