import type { Client } from '@libsql/client/http'
import { findCompletions, recordCompletions } from '../../db/catalogue/suggestions.ts'
import { ask } from '../../db/client.ts'
import type { IndexEntry } from '../domain/catalogue/index/index-entry.ts'
import { type AllCompletions, complete, merged } from '../domain/catalogue/suggest/completions.ts'

/** Lets the suggestions know of records that are new or have moved. */
export async function followCompletions(client: Client, rows: { entry: IndexEntry; title: string }[]): Promise<void> {
  const now: AllCompletions = new Map()
  for (const { entry, title } of rows) complete(now, entry, title)
  const before = await ask(client, findCompletions([...now.keys()]))
  const changed = new Set(rows.map(({ entry }) => entry.recordId))
  const news = [...now].flatMap(([hash, completions]): [number, typeof completions][] => {
    const known = before.get(hash)
    const after = known ? merged(known, completions, changed) : completions
    return JSON.stringify(known) === JSON.stringify(after) ? [] : [[hash, after]]
  })
  await client.batch(recordCompletions(new Map(news)), 'write')
}
