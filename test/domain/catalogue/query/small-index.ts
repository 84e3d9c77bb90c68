import { DatabaseSync } from 'node:sqlite'
import { indexEntry, NO_VARIANTS } from '../../../../worker/domain/catalogue/index/index-entry.ts'
import { matchOf } from '../../../../worker/domain/catalogue/query/match.ts'
import { parseQuery } from '../../../../worker/domain/catalogue/query/parse-query.ts'
import type { Description } from '../../../../worker/domain/catalogue/record.ts'

const COLUMNS = ['filter', 'title', 'author', 'series', 'subject', 'note', 'shelfmark'] as const

const BLANK: Description = {
  kind: 'book',
  title: '',
  language: 'kaz',
  contributors: [],
  languages: [],
  parallelTitles: [],
  series: [],
  isbns: [],
  issns: [],
  subjects: [],
  keywords: [],
  classes: [],
  notes: [],
}

/** A real FTS5 table over a few records, searched as the catalogue is. */
export function smallIndex(descriptions: Partial<Description>[]) {
  const db = new DatabaseSync(':memory:')
  db.exec(`CREATE VIRTUAL TABLE words USING fts5(${COLUMNS.join(', ')}, tokenize='ascii')`)
  const insert = db.prepare(`INSERT INTO words (rowid, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)})`)
  descriptions.forEach((description, place) => {
    const { columns } = indexEntry({
      id: place + 1,
      description: { ...BLANK, ...description },
      shelfmark: description.shelfmark,
      contentGroup: 'fiction',
      branches: [1],
      prior: 0,
      variants: NO_VARIANTS,
    })
    insert.run(place + 1, ...COLUMNS.map((name) => columns[name]))
  })
  const select = db.prepare('SELECT rowid FROM words WHERE words MATCH ?')
  const matching = (match: string) => select.all(match).map(({ rowid }) => Number(rowid))
  return {
    matching,
    /** The titles a query finds. */
    found: (query: string, filters: string[][] = []) =>
      matching(matchOf(parseQuery(query), filters)).map((id) => descriptions[id - 1]?.title ?? ''),
  }
}
