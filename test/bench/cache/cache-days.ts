import { type Random, seededRandom } from '../../../db/seed/random.ts'
import { answerSearch } from '../../../worker/cache/answer-search.ts'
import { openSearchCache, type SearchCache } from '../../../worker/cache/search-cache.ts'
import { weighted, zipf } from '../catalogue/zipf.ts'
import { openToyKv } from './toy-kv.ts'
import { openToyLibrary } from './toy-library.ts'

export interface DayPlan {
  seed: number
  records: number
  searches: number
  /** Different questions that readers may put, and the exponent of Zipf's law by which they do. */
  questions: number
  exponent: number
  /** Isolates at a time, half of them in another place of Cloudflare's. */
  isolates: number
  /** Records that cataloguers change on a day. */
  edits: number
  loans: number
}

export interface DayFigures {
  searches: number
  hits: number
  withoutTrip: number
  kvReads: number
  kvWrites: number
  kvRefused: number
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const START = Date.parse('2026-11-23T00:00:00Z')
/** How much readers search in each hour of the day in Astana (UTC+5). */
const BY_HOUR = [2, 1, 1, 1, 1, 1, 2, 4, 7, 10, 13, 14, 13, 13, 14, 14, 13, 12, 11, 10, 9, 8, 6, 4]
const ZONE_H = 5
const ISOLATE_LIVES_H = [0.5, 4] as const

type Event = { at: number; kind: 'search' | 'edit' | 'loan' }

/** Plays the days one after another; the first begins with nothing kept. */
export async function cacheDays(plan: DayPlan, days: number): Promise<DayFigures[]> {
  const random = seededRandom(plan.seed)
  const clock = { now: START }
  const draw = zipf(plan.questions, plan.exponent)
  const library = openToyLibrary(plan.records, plan.questions, random)
  const kv = openToyKv(2, clock)
  const isolates = Array.from({ length: plan.isolates }, () => ({ cache: openSearchCache(), endsAt: 0 }))
  const figures: DayFigures[] = []
  for (let day = 0; day < days; day += 1) {
    const before = { ...kv.counts }
    const of: DayFigures = { searches: 0, hits: 0, withoutTrip: 0, kvReads: 0, kvWrites: 0, kvRefused: 0 }
    for (const { at, kind } of eventsOf(plan, START + day * DAY_MS, random)) {
      clock.now = at
      const number = random.between(0, plan.isolates - 1)
      const cache = alive(number)
      if (kind === 'edit') library.edit(random.between(1, plan.records))
      else if (kind === 'loan') cache.copies.touch(random.between(1, plan.records))
      else {
        const { how, trips } = await put(draw(random), cache, number % 2)
        of.searches += 1
        if (how === 'hit') of.hits += 1
        if (trips === 0) of.withoutTrip += 1
      }
    }
    of.kvReads = kv.counts.reads - before.reads
    of.kvWrites = kv.counts.writes - before.writes
    of.kvRefused = kv.counts.refused - before.refused
    figures.push(of)
    library.night()
  }
  return figures

  function alive(number: number): SearchCache {
    const isolate = isolates[number] ?? { cache: openSearchCache(), endsAt: 0 }
    if (clock.now >= isolate.endsAt) {
      const [least, most] = ISOLATE_LIVES_H
      isolate.cache = openSearchCache()
      isolate.endsAt = clock.now + (least + random.next() * (most - least)) * HOUR_MS
    }
    return isolate.cache
  }

  async function put(question: number, cache: SearchCache, place: number) {
    const after: Promise<unknown>[] = []
    const { cache: how, trips } = await answerSearch(library.search(question), {
      cache,
      kv: kv.at(place),
      db: library.open(),
      databaseUrl: 'toy',
      now: new Date(clock.now),
      wait: (work) => void after.push(work),
    })
    await Promise.all(after)
    return { how, trips }
  }
}

function eventsOf({ searches, edits, loans }: DayPlan, start: number, random: Random): Event[] {
  const hourOf = weighted(BY_HOUR)
  const some = (kind: Event['kind'], quantity: number, hour: () => number): Event[] =>
    Array.from({ length: quantity }, () => ({ kind, at: start + Math.floor((((hour() + 24 - ZONE_H) % 24) + random.next()) * HOUR_MS) }))
  const working = () => random.between(9, 17)
  return [...some('search', searches, () => hourOf(random)), ...some('edit', edits, working), ...some('loan', loans, working)].sort(
    (a, b) => a.at - b.at,
  )
}
