import { type Breaker, openBreaker } from '../../db/breaker.ts'
import type { RememberedAnswer } from './kept-answer.ts'
import { type KnownCopies, openKnownCopies } from './known-copies.ts'
import { type KnownGeneration, openKnownGeneration } from './known-generation.ts'
import { openRecent, type Recent } from './recent.ts'
import { openSightings, type Sightings } from './sightings.ts'
import { openWaitingAnswers, type WaitingAnswers } from './waiting-answers.ts'

/** A search under way, which others who ask the same may wait for. */
export interface Flight {
  answer: Promise<RememberedAnswer>
  moves: number
  touches: number
}

/** What one isolate remembers of one database. */
export interface SearchCache {
  answers: Recent<RememberedAnswer>
  copies: KnownCopies
  generation: KnownGeneration
  sightings: Sightings
  flights: Map<string, Flight>
  waiting: WaitingAnswers
  kvBreaker: Breaker
}

/** About 30 MB of an isolate's 128: a hit with its reasons weighs 0.8 kB, the facets of a page as much as ten hits. */
const MOST_HITS = 40_000

export function openSearchCache(): SearchCache {
  return {
    answers: openRecent<RememberedAnswer>(MOST_HITS, ({ answer }) => answer.hits.length + 10),
    copies: openKnownCopies(),
    generation: openKnownGeneration(),
    sightings: openSightings(),
    flights: new Map(),
    waiting: openWaitingAnswers(),
    kvBreaker: openBreaker({ failures: 3, restMs: 10_000 }),
  }
}

const caches = new Map<string, SearchCache>()

export function searchCacheOf(databaseUrl: string): SearchCache {
  const known = caches.get(databaseUrl) ?? openSearchCache()
  caches.set(databaseUrl, known)
  return known
}

/** A copy of the record was lent or taken back here: what was read of it before is not shown again. */
export function touchRecord(recordId: number): void {
  for (const { copies } of caches.values()) copies.touch(recordId)
}

/** The catalogue was changed here: the next search asks the database. */
export function touchCatalogue(): void {
  for (const { generation } of caches.values()) generation.move()
}

/** A copy of the record came to a branch here, or left it. */
export function touchStock(recordId: number): void {
  touchRecord(recordId)
  touchCatalogue()
}

/** As an isolate that has just started: for tests. */
export function forgetEverything(): void {
  caches.clear()
}
