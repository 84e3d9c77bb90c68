import type { Client } from '@libsql/client/http'

/** Bytes of the tables that only searching needs. */
export type IndexSize = Record<'words' | 'lines' | 'facets' | 'spelling' | 'suggestions' | 'other', number>

const PARTS: readonly (readonly [part: keyof IndexSize, tables: RegExp])[] = [
  ['words', /^catalogue_index/],
  ['lines', /^index_lines/],
  ['facets', /^index_facets/],
  ['spelling', /^spelling/],
  ['suggestions', /^completions/],
  ['other', /^(index_ranks|index_samples|sort_ranges|popularity)/],
]

export async function indexSize(client: Client): Promise<IndexSize> {
  const { rows } = await client.execute('SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE')
  const size: IndexSize = { words: 0, lines: 0, facets: 0, spelling: 0, suggestions: 0, other: 0 }
  for (const { name, pgsize } of rows) {
    const part = PARTS.find(([, tables]) => tables.test(String(name)))?.[0]
    if (part) size[part] += Number(pgsize)
  }
  return size
}
