import type { CachedSearch } from './cached-search.ts'
import type { RememberedAnswer } from './kept-answer.ts'
import type { Flight, SearchCache } from './search-cache.ts'

const PATIENCE_MS = 2_000

/** Puts the question, so that others who ask the same meanwhile can wait for this answer. */
export function takeOff(cache: SearchCache, key: string, answer: Promise<RememberedAnswer>): Promise<RememberedAnswer> {
  const flight: Flight = { answer, moves: cache.generation.moves, touches: cache.copies.touches }
  cache.flights.set(key, flight)
  const land = () => {
    if (cache.flights.get(key) === flight) cache.flights.delete(key)
  }
  answer.then(land, land)
  return answer
}

/**
 * The answer another request is waiting for, if it is still the answer to this question. Not for long: the runtime may have
 * ended that request, and its promise with it.
 */
export async function flyAlong(cache: SearchCache, { key, onShelfOnly }: CachedSearch): Promise<RememberedAnswer | undefined> {
  const flight = cache.flights.get(key)
  if (!flight || flight.moves !== cache.generation.moves) return undefined
  if (onShelfOnly && flight.touches !== cache.copies.touches) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  try {
    return await Promise.race([flight.answer, late])
  } finally {
    clearTimeout(timer)
  }
}
