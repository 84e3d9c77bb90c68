import { answersKept, catalogueGeneration, recordAnswersKept } from '../../db/catalogue/kept-answers.ts'
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

const NOT_ASKED: Question<number> = { statements: [], read: () => 0 }

/** The first trip brings the catalogue's generation, asks leave to keep answers in KV, and writes the searches counted so far. */
export function withErrands(db: Database, cache: SearchCache, now: Date): Errands {
  let generation: number | undefined
  let leave = 0
  const day = dayOfWrites(now)
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
        const wanted = cache.waiting.quantity(now.getTime())
        const claim = wanted > 0 ? [recordAnswersKept(day, wanted, allowance(now))] : []
        const all = { asked: together(questions), generation: catalogueGeneration(), kept: wanted > 0 ? answersKept(day) : NOT_ASKED }
        const put = (searches: typeof lines) => db.ask(all, [...lines, ...searches, ...claim])
        const answers = await (searchesAreDue(now) ? withSearches(now, put) : put([]))
        generation = answers.generation
        cache.generation.saw(generation, moves, now.getTime())
        leave = Math.max(0, Math.min(wanted, allowance(now) - answers.kept))
        if (wanted > 0 && leave === 0) cache.waiting.rest(now.getTime())
        return answers.asked
      },
    },
  }
}
