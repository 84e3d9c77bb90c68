import { answerHasChanged } from '../../db/catalogue/generation.ts'
import type { Question } from '../../db/client.ts'
import type { Availability } from '../domain/catalogue/hit.ts'
import type { CachedSearch } from './cached-search.ts'
import type { Watch } from './errands.ts'
import { isTooOld, type RememberedAnswer } from './kept-answer.ts'
import type { SearchCache } from './search-cache.ts'

const NO_COPIES: Question<Availability[]> = { statements: [], read: () => [] }
const UNCHANGED: Question<boolean> = { statements: [], read: () => false }

export type Copies = Map<number, Availability>

/**
 * The copies of an answer that is still true; undefined when it has to be found anew. What this isolate read a moment ago it
 * believes; for the rest one small read tells whether the catalogue changed where it concerns this answer, and what is on the
 * shelves now.
 */
export async function checkAnswer(
  cache: SearchCache,
  search: CachedSearch,
  kept: RememberedAnswer,
  watch: Watch,
  now: number,
): Promise<Copies | undefined> {
  if (isTooOld(kept, search.onShelfOnly, now) || cache.generation.isPast(kept.generation)) return undefined
  if (search.onShelfOnly && kept.touches !== cache.copies.touches) return undefined
  const ids = kept.answer.hits.map(({ id }) => id)
  const branches = search.branches.join()
  const known = cache.copies.of(ids, branches, now)
  const missing = ids.filter((id) => !known.has(id))
  const stands = cache.generation.current(now) === kept.generation
  if (stands && missing.length === 0) return known
  const { touches } = cache.copies
  const { changed, copies } = await watch.ask({
    changed: stands ? UNCHANGED : answerHasChanged(kept.generation, ids, kept.answer.corrected ? null : search.match()),
    copies: missing.length > 0 ? search.copies(missing) : NO_COPIES,
  })
  cache.copies.learn(copies, branches, touches, now)
  if (changed || watch.state?.isStale) return undefined
  if (!stands) cache.answers.set(search.key, { ...kept, generation: watch.state?.generation ?? kept.generation })
  return new Map([...known, ...copies.map((copy) => [copy.id, copy] as const)])
}
