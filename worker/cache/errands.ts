import type { InStatement } from '@libsql/client/http'
import { type CatalogueState, catalogueState } from '../../db/catalogue/generation.ts'
import { answersKept, recordAnswersKept } from '../../db/catalogue/kept-answers.ts'
import { recordSightings, seenBefore } from '../../db/catalogue/question-sightings.ts'
import { type Database, type Question, together } from '../../db/client.ts'
import { searchesAreDue, withSearches } from '../jobs/count-searches.ts'
import { allowance, dayOfWrites } from './allowance.ts'
import type { Surroundings } from './cached-search.ts'
import type { SearchCache } from './search-cache.ts'

/** What a request's trips to the database see of the state of the catalogue. */
export interface Watch {
  /** As it was seen last. */
  readonly state: CatalogueState | undefined
  /** Asks, and for the state as well. */
  ask: Database['ask']
  /** Carries out what brings the state with its answer. */
  during<Answer extends { state: CatalogueState }>(asking: () => Promise<Answer>): Promise<Answer>
}

export function watchCatalogue(db: Database, cache: SearchCache, now: Date): Watch {
  let state: CatalogueState | undefined
  return {
    get state() {
      return state
    },
    async ask(questions, lines = []) {
      const { asked } = await this.during(() => db.ask({ asked: together(questions), state: catalogueState() }, lines))
      return asked
    },
    async during(asking) {
      const { moves } = cache.generation
      const answered = await asking()
      state = answered.state
      cache.generation.saw(state.generation, moves, now.getTime())
      return answered
    },
  }
}

/** Seen so often, in all isolates together, an answer is worth keeping for all. */
const OFTEN = 2

/**
 * Tells the database what was searched for, when there is enough to tell, and asks leave to keep answers in KV; answers for how many
 * there is leave, once. To write takes far longer than to search: no reader waits for it.
 */
export async function runErrands({ cache, db, now }: Pick<Surroundings, 'cache' | 'db' | 'now'>): Promise<number> {
  const at = now.getTime()
  const allowed = allowance(now)
  const day = dayOfWrites(now)
  const sightings = cache.sightings.take(at)
  const wanted = cache.waiting.quantity(at)
  const told: InStatement[] = [
    ...(sightings.length > 0 ? [recordSightings(sightings.map(({ question, times }) => [question, times]))] : []),
    ...(wanted > 0 ? [recordAnswersKept(day, wanted, allowed)] : []),
  ]
  const put = (searches: InStatement[]) =>
    db.ask(
      {
        seen: sightings.length > 0 ? seenBefore(sightings.map(({ question }) => question)) : NOTHING_SEEN,
        kept: wanted > 0 ? answersKept(day) : NOT_ASKED,
      },
      [...searches, ...told],
    )
  const isDue = searchesAreDue(now)
  if (!isDue && told.length === 0) return 0
  try {
    const { seen, kept } = await (isDue ? withSearches(now, put) : put([]))
    const leave = Math.max(0, Math.min(wanted, allowed - kept))
    if (wanted > 0 && leave === 0) cache.waiting.rest(at)
    for (const { key, question, times } of sightings) {
      const total = (seen.get(question) ?? 0) + times
      if (total >= OFTEN) cache.waiting.add(key, total)
    }
    return leave
  } catch (error) {
    cache.sightings.giveBack(sightings, at)
    console.error(JSON.stringify({ problem: 'what was searched for was not told yet', message: String(error) }))
    return 0
  }
}

const NOT_ASKED: Question<number> = { statements: [], read: () => 0 }
const NOTHING_SEEN: Question<Map<number, number>> = { statements: [], read: () => new Map() }
