import type { Client } from '@libsql/client/http'
import { findCompletions, recordCompletions } from '../../db/catalogue/suggestions.ts'
import { ask } from '../../db/client.ts'
import {
  type AllCompletions,
  beginningsOf,
  type Completed,
  type Completions,
  complete,
  merged,
} from '../domain/catalogue/suggest/completions.ts'

const NOTHING = { titles: [], authors: [], subjects: [] }

/** Lets the suggestions know of records that are new, have moved, or are no more what they were `before`. */
export async function followCompletions(client: Client, records: Completed[], before: Completed[] = []): Promise<void> {
  const { short, long } = beginningsOf([...records, ...before])
  const known = await ask(client, findCompletions([...short.keys(), ...long.keys()]))
  const now: AllCompletions = new Map()
  for (const record of records) complete(now, record, known)
  const changed = new Set(records.map(({ entry }) => entry.recordId))
  const news = [...new Set([...known.keys(), ...now.keys()])].flatMap((hash): [number, Completions][] => {
    const old = known.get(hash)
    const own = now.get(hash) ?? NOTHING
    const after = old ? merged(old, own, changed) : own
    return JSON.stringify(old) === JSON.stringify(after) ? [] : [[hash, after]]
  })
  await client.batch(recordCompletions(new Map(news)), 'write')
}
