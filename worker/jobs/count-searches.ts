import type { InStatement } from '@libsql/client/http'
import { recordSought, type SoughtLine } from '../../db/statistics/sought.ts'
import { dayOf } from '../domain/calendar.ts'
import { soughtAs } from '../domain/statistics/sought.ts'

interface Tally {
  day: string
  deed: 'search' | 'unmet-search'
  branch: number | null
  language: string
  quantity: number
}

let waiting = new Map<string, Tally>()
let since: number | undefined

const MANY = 25
const LONG_MS = 20_000

/** Questions kept word by word until they are written; more than so many are only counted. */
const MOST_QUESTIONS = 500
let questions = new Map<string, SoughtLine>()

/** Notes what was looked for. What the whole catalogue does not have, whoever asked, is an unmet wish. */
export function noteSought(question: string, found: boolean, language: string | null, now: Date): void {
  if (!found) noteSearch(null, language, now, 1, 'unmet-search')
  const text = soughtAs(question)
  if (text) keepQuestion({ month: dayOf(now).slice(0, 7), found, question: text, times: 1 })
}

function keepQuestion(line: SoughtLine): void {
  const key = JSON.stringify([line.month, line.found, line.question])
  const known = questions.get(key)
  if (known) known.times += line.times
  else if (questions.size < MOST_QUESTIONS) questions.set(key, line)
}

/** Notes searches. One answered from the cache costs no round trip: its line waits until something else is asked. */
export function noteSearch(branch: number | null, language: string | null, now: Date, quantity = 1, deed: Tally['deed'] = 'search'): void {
  const tally = { day: dayOf(now), deed, branch, language: language ?? 'und', quantity: 0 }
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
  const asked = questions
  waiting = new Map()
  questions = new Map()
  since = undefined
  try {
    return await write([
      ...[...taken.values()].map(({ day, deed, branch, language, quantity }) => ({
        sql: 'INSERT INTO journal (at, day, deed, branch_id, language, quantity) VALUES (?, ?, ?, ?, ?, ?)',
        args: [now.toISOString(), day, deed, branch, language, quantity],
      })),
      ...recordSought([...asked.values()]),
    ])
  } catch (error) {
    for (const { day, deed, branch, language, quantity } of taken.values()) {
      noteSearch(branch, language === 'und' ? null : language, new Date(`${day}T00:00:00+05:00`), quantity, deed)
    }
    for (const line of asked.values()) keepQuestion(line)
    throw error
  }
}
