import type { Database, Question } from '../../db/client.ts'
import type { Availability } from '../domain/catalogue/hit.ts'
import type { FoundAnswer } from '../jobs/find-hits.ts'
import type { FarStore } from './far-answers.ts'
import type { SearchCache } from './search-cache.ts'

/** A search, as far as the cache has to know it. */
export interface CachedSearch {
  /** The same question asked in two ways has one key. */
  key: string
  /** What a record must match, as FTS5 takes it. */
  match(): string
  /** Those whose copies are counted; none means all. */
  branches: number[]
  /** Filtered by what is on the shelf: the list changes with every loan. */
  onShelfOnly: boolean
  find(db: Database): Promise<FoundAnswer>
  copies(recordIds: number[]): Question<Availability[]>
}

/** What a request lends to the cache. */
export interface Surroundings {
  cache: SearchCache
  kv: FarStore
  db: Database
  /** The database's address: answers from another one are not ours. */
  databaseUrl: string
  now: Date
  /** Work that goes on after the answer is given. */
  wait(work: Promise<unknown>): void
}
