import type { InStatement } from '@libsql/client/http'
import { catalogueGeneration } from '../../db/catalogue/generation.ts'
import { answersKept, recordAnswersKept } from '../../db/catalogue/kept-answers.ts'
import { recordSightings, seenBefore } from '../../db/catalogue/question-sightings.ts'
import { type Database, type Question, together } from '../../db/client.ts'
import { searchesAreDue, withSearches } from '../jobs/count-searches.ts'
import { allowance, dayOfWrites } from './allowance.ts'
import type { SearchCache } from './search-cache.ts'

/** A door to the database whose first trip does the cache's errands too. */
export interface Errands {
  db: Database
  /** The generation that the first trip saw. */
  readonly generation: number | undefined
  /** Leave to put so many answers into KV, given once. */
  takeLeave(): number
}

/** Seen so often, in all isolates together, an answer is worth keeping for all. */
const OFTEN = 2

/** The first trip brings the catalogue's generation, tells what was searched for, and asks leave to keep answers in KV. */
export function withErrands(db: Database, cache: SearchCache, now: Date): Errands {
  const at = now.getTime()
  const allowed = allowance(now)
  const day = dayOfWrites(now)
  let generation: number | undefined
  let leave = 0
  return {
    get generation() {
      return generation
    },
    takeLeave() {
      const taken = leave
      leave = 0
      return taken
    },
    db: {
      client: db.client,
      record: db.record,
      get trips() {
        return db.trips
      },
      get rows() {
        return db.rows
      },
      async ask(questions, lines = []) {
        if (generation !== undefined) return db.ask(questions, lines)
        const { moves } = cache.generation
        const sightings = cache.sightings.take(at)
        const wanted = cache.waiting.quantity(at)
        const all = {
          asked: together(questions),
          generation: catalogueGeneration(),
          seen: sightings.length > 0 ? seenBefore(sightings.map(({ question }) => question)) : NOTHING_SEEN,
          kept: wanted > 0 ? answersKept(day) : NOT_ASKED,
        }
        const told: InStatement[] = [
          ...(sightings.length > 0 ? [recordSightings(sightings.map(({ question, times }) => [question, times]))] : []),
          ...(wanted > 0 ? [recordAnswersKept(day, wanted, allowed)] : []),
        ]
        const put = (searches: InStatement[]) => db.ask(all, [...lines, ...searches, ...told])
        try {
          const { asked, seen, kept, generation: current } = await (searchesAreDue(now) ? withSearches(now, put) : put([]))
          generation = current
          cache.generation.saw(current, moves, at)
          leave = Math.max(0, Math.min(wanted, allowed - kept))
          if (wanted > 0 && leave === 0) cache.waiting.rest(at)
          for (const { key, question, times } of sightings) {
            const total = (seen.get(question) ?? 0) + times
            if (total >= OFTEN) cache.waiting.add(key, total)
          }
          return asked
        } catch (error) {
          cache.sightings.giveBack(sightings, at)
          throw error
        }
      },
    },
  }
}

const NOT_ASKED: Question<number> = { statements: [], read: () => 0 }
const NOTHING_SEEN: Question<Map<number, number>> = { statements: [], read: () => new Map() }
