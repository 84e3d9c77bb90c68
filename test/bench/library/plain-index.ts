import type { Client } from '@libsql/client/http'
import { bulkInsert } from '../../../db/seed/bulk-insert.ts'
import { contentGroup } from '../../../worker/domain/catalogue/content-group.ts'
import type { InventedCatalogue } from '../catalogue/invented-catalogue.ts'

/** What one builds first: FTS5 over the words as they are, bm25, and tables to count the facets from. */
const SCHEMA = `
  CREATE TABLE titles (id INTEGER PRIMARY KEY, title TEXT NOT NULL, author TEXT, year INTEGER, language TEXT NOT NULL, decade INTEGER, class TEXT NOT NULL);
  CREATE TABLE title_branches (title_id INTEGER, branch_id INTEGER, copies INTEGER, available INTEGER, PRIMARY KEY (title_id, branch_id)) WITHOUT ROWID;
  CREATE TABLE title_authors (title_id INTEGER, author TEXT, PRIMARY KEY (title_id, author)) WITHOUT ROWID;
  CREATE TABLE title_subjects (title_id INTEGER, subject TEXT, PRIMARY KEY (title_id, subject)) WITHOUT ROWID;
  CREATE INDEX titles_by_class ON titles(class);
  CREATE INDEX titles_by_language ON titles(language, decade);
  CREATE INDEX titles_by_year ON titles(year);
  CREATE VIRTUAL TABLE words USING fts5(title, author, subject, note, content='', tokenize='unicode61');
`
const TITLES_A_STEP = 10_000

export async function buildPlainIndex(client: Client, catalogue: InventedCatalogue): Promise<void> {
  await client.executeMultiple(SCHEMA)
  for (let first = 1; first <= catalogue.size; first += TITLES_A_STEP) {
    const count = Math.min(TITLES_A_STEP, catalogue.size - first + 1)
    const titles = Array.from({ length: count }, (_, place) => ({ id: first + place, ...catalogue.title(first + place) }))
    const rows = titles.map(({ id, description: d }) => {
      const decade = Math.floor((d.year ?? 0) / 10) * 10
      return [id, d.title, d.author ?? null, d.year ?? null, d.language, decade, contentGroup(d)]
    })
    await bulkInsert(client, 'titles', ['id', 'title', 'author', 'year', 'language', 'decade', 'class'], rows)
    const branches = titles.flatMap(({ id, copies }) =>
      [...Map.groupBy(copies, (branch) => branch)].map(([branch, own]) => [
        id,
        branch,
        own.length,
        own.length > 1 || id % 16 !== 0 ? 1 : 0,
      ]),
    )
    await bulkInsert(client, 'title_branches', ['title_id', 'branch_id', 'copies', 'available'], branches)
    const authors = titles.flatMap(({ id, description: d }) => namesOf(d).map((name) => [id, name]))
    await bulkInsert(client, 'title_authors', ['title_id', 'author'], authors)
    const subjects = titles.flatMap(({ id, description: d }) => d.subjects.map((subject) => [id, subject]))
    await bulkInsert(client, 'title_subjects', ['title_id', 'subject'], subjects)
    const words = titles.map(({ id, description: d }) => [
      id,
      d.title,
      namesOf(d).join(' '),
      d.subjects.join(' '),
      [...d.series, d.abstract ?? '', d.publisher ?? '', ...d.isbns].join(' '),
    ])
    await bulkInsert(client, 'words', ['rowid', 'title', 'author', 'subject', 'note'], words)
  }
  await client.execute('ANALYZE titles')
}

function namesOf({ author, contributors }: { author?: string; contributors: { name: string }[] }): string[] {
  return [...new Set([...(author ? [author] : []), ...contributors.map(({ name }) => name)])]
}
