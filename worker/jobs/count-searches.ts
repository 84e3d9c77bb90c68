import type { Client } from '@libsql/client/http'
import { dayOf } from '../domain/calendar.ts'

interface Tally {
  day: string
  branch: number | null
  language: string
  quantity: number
}

const waiting = new Map<string, Tally>()
let since: number | undefined

const MANY = 25
const LONG_MS = 20_000

/** Notes a search. Searches answered from the cache must not cost a round trip: they are written together, later. */
export function noteSearch(branch: number | null, language: string | null, now: Date): void {
  const tally = { day: dayOf(now), branch, language: language ?? 'und', quantity: 0 }
  const key = JSON.stringify(tally)
  const noted = waiting.get(key) ?? tally
  noted.quantity += 1
  waiting.set(key, noted)
  since ??= now.getTime()
}

export function searchesAreDue(now: Date): boolean {
  const quantity = [...waiting.values()].reduce((sum, tally) => sum + tally.quantity, 0)
  return quantity >= MANY || (since !== undefined && now.getTime() - since > LONG_MS)
}

/** Writes the searches noted so far to the journal. */
export async function writeSearches(client: Client, now: Date): Promise<void> {
  const tallies = [...waiting.values()]
  if (tallies.length === 0) return
  waiting.clear()
  since = undefined
  await client.batch(
    tallies.map(({ day, branch, language, quantity }) => ({
      sql: "INSERT INTO journal (at, day, deed, branch_id, language, quantity) VALUES (?, ?, 'search', ?, ?, ?)",
      args: [now.toISOString(), day, branch, language, quantity],
    })),
    'write',
  )
}
