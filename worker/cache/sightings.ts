import { hash32 } from '../domain/catalogue/index/hash.ts'

/** Questions seen here and not yet told to the database, which counts for all isolates. */
export interface Sightings {
  note(key: string, now: number): void
  /** Those to tell with the next trip, when there are many or they are old. */
  take(now: number): Sighting[]
  giveBack(sightings: Sighting[], now: number): void
}

interface Sighting {
  key: string
  question: number
  times: number
}

const MANY = 20
const LONG_MS = 20_000

export function openSightings(): Sightings {
  let untold = new Map<string, number>()
  let since = 0
  const note = (key: string, times: number, now: number) => {
    if (untold.size === 0) since = now
    untold.set(key, (untold.get(key) ?? 0) + times)
  }
  return {
    note: (key, now) => note(key, 1, now),
    take(now) {
      if (untold.size < MANY && now - since <= LONG_MS) return []
      const taken = [...untold].map(([key, times]) => ({ key, question: hash32(key), times }))
      untold = new Map()
      return taken
    },
    giveBack(sightings, now) {
      for (const { key, times } of sightings) note(key, times, now)
    },
  }
}
