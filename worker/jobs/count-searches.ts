import type { InStatement } from '@libsql/client/http'
import { dayOf } from '../domain/calendar.ts'

interface Tally {
  day: string
  branch: number | null
  language: string
  quantity: number
}

let waiting = new Map<string, Tally>()
let since: number | undefined

const MANY = 25
const LONG_MS = 20_000

/** Notes searches. One answered from the cache must not cost a round trip: its line waits for the next question put. */
export function noteSearch(branch: number | null, language: string | null, now: Date, quantity = 1): void {
  const tally = { day: dayOf(now), branch, language: language ?? 'und', quantity: 0 }
  const key = JSON.stringify(tally)
  const noted = waiting.get(key) ?? tally
  noted.quantity += quantity
  waiting.set(key, noted)
  since ??= now.getTime()
}

export function searchesAreDue(now: Date): boolean {
  const quantity = [...waiting.values()].reduce((sum, tally) => sum + tally.quantity, 0)
  return quantity >= MANY || (since !== undefined && now.getTime() - since > LONG_MS)
}

/** Writes the searches noted so far by `write`; they wait on if it fails. */
export async function withSearches<Result>(now: Date, write: (lines: InStatement[]) => Promise<Result>): Promise<Result> {
  const taken = waiting
  waiting = new Map()
  since = undefined
  try {
    return await write(
      [...taken.values()].map(({ day, branch, language, quantity }) => ({
        sql: "INSERT INTO journal (at, day, deed, branch_id, language, quantity) VALUES (?, ?, 'search', ?, ?, ?)",
        args: [now.toISOString(), day, branch, language, quantity],
      })),
    )
  } catch (error) {
    for (const { day, branch, language, quantity } of taken.values()) {
      noteSearch(branch, language === 'und' ? null : language, new Date(`${day}T00:00:00+05:00`), quantity)
    }
    throw error
  }
}
