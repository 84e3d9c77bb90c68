import type { Client } from '@libsql/client/http'
import { findCompletions, recordCompletions } from '../../db/catalogue/suggestions.ts'
import { ask } from '../../db/client.ts'
import { type AllCompletions, beginningsOf, type Completed, complete, merged } from '../domain/catalogue/suggest/completions.ts'

/** Lets the suggestions know of records that are new or have moved. */
export async function followCompletions(client: Client, records: Completed[]): Promise<void> {
  const { short, long } = beginningsOf(records)
  const before = await ask(client, findCompletions([...short.keys(), ...long.keys()]))
  const now: AllCompletions = new Map()
  for (const record of records) complete(now, record, before)
  const changed = new Set(records.map(({ entry }) => entry.recordId))
  const news = [...now].flatMap(([hash, completions]): [number, typeof completions][] => {
    const known = before.get(hash)
    const after = known ? merged(known, completions, changed) : completions
    return JSON.stringify(known) === JSON.stringify(after) ? [] : [[hash, after]]
  })
  await client.batch(recordCompletions(new Map(news)), 'write')
}
