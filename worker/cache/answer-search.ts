import { hash32 } from '../domain/catalogue/index/hash.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { refreshSome } from '../jobs/rebuild-index.ts'
import type { CachedSearch, Surroundings } from './cached-search.ts'
import { type Copies, checkAnswer } from './check-answer.ts'
import { runErrands, type Watch, watchCatalogue } from './errands.ts'
import { farAnswer } from './far-answers.ts'
import { flyAlong, takeOff } from './flights.ts'
import { farName, keepAnswers } from './keep-answers.ts'
import { isRipe, isTooOld, isYoung, type RememberedAnswer } from './kept-answer.ts'
import { shownAnswer, staleAnswer } from './shown-answer.ts'

export interface Answered {
  answer: SearchAnswer
  cache: 'hit' | 'miss' | 'stale'
  from: 'memory' | 'kv' | 'database'
  trips: number
  rows: number
}

/** Answers from memory, from KV or from the database; when the database does not answer, with what it said last. */
export async function answerSearch(search: CachedSearch, around: Surroundings): Promise<Answered> {
  const { cache, db, wait } = around
  const now = around.now.getTime()
  const watch = watchCatalogue(db, cache, around.now)
  const kept = await lookUp(search, around)
  try {
    return await current()
  } catch (error) {
    if (!kept) throw error
    console.error(JSON.stringify({ problem: 'answered with what was kept', message: String(error) }))
    return { answer: staleAnswer(kept.remembered, cache.copies), cache: 'stale', ...cost(kept.from) }
  } finally {
    if (watch.state !== undefined) wait(runErrands(around).then((leave) => keepAnswers(around, leave)))
  }

  async function current(): Promise<Answered> {
    const copies = kept && (await checkAnswer(cache, search, kept.remembered, watch, now))
    if (kept && copies) {
      const answered = give('hit', kept.from, kept.remembered, copies)
      if (isRipe(kept.remembered, jitterOf(search.key), now) && !cache.flights.has(search.key)) wait(find().catch(() => undefined))
      return answered
    }
    const shared = await flyAlong(cache, search)
    const sharedCopies = shared && (await checkAnswer(cache, search, shared, watch, now))
    if (shared && sharedCopies) return give('hit', 'memory', shared, sharedCopies)
    return give('miss', 'database', await find())
  }

  function find(): Promise<RememberedAnswer> {
    const flight = takeOff(cache, search.key, findAnew(search, around, watch))
    wait(flight.catch(() => undefined))
    return flight
  }

  function give(how: 'hit' | 'miss', from: Answered['from'], remembered: RememberedAnswer, copies: Copies = new Map()): Answered {
    const { answer, far, touches } = remembered
    if (!far && !search.onShelfOnly && answer.hits.length > 0) cache.sightings.note(search.key, now)
    const wasJustCounted = how === 'miss' || (isYoung(remembered, now) && touches === cache.copies.touches)
    return { answer: shownAnswer(answer, copies, wasJustCounted), cache: how, ...cost(from) }
  }

  function cost(from: Answered['from']) {
    return { from, trips: db.trips, rows: db.rows }
  }
}

interface Kept {
  remembered: RememberedAnswer
  from: 'memory' | 'kv'
}

/** What is kept of this question: in KV too, when memory has nothing of use. */
async function lookUp(search: CachedSearch, { cache, kv, databaseUrl, now }: Surroundings): Promise<Kept | undefined> {
  const near = cache.answers.get(search.key)
  const nearKept = near && ({ remembered: near, from: 'memory' } as const)
  if (search.onShelfOnly) return nearKept
  if (near && !isTooOld(near, false, now.getTime()) && !cache.generation.isPast(near.generation)) return nearKept
  const far = await farAnswer(kv, await farName(databaseUrl, search.key), cache.kvBreaker, now.getTime())
  if (!far || (near && near.at >= far.at)) return nearKept
  const remembered = { ...far, far: true, touches: -1 }
  cache.answers.set(search.key, remembered)
  return { remembered, from: 'kv' }
}

async function findAnew(search: CachedSearch, around: Surroundings, watch: Watch, mayCatchUp = true): Promise<RememberedAnswer> {
  const { cache, now } = around
  const { touches } = cache.copies
  const { answer } = await watch.during(() => search.find(around.db))
  if (mayCatchUp && watch.state?.isStale && (await catchUp(around))) {
    return findAnew(search, around, watchCatalogue(around.db, cache, now), false)
  }
  const remembered = { at: now.getTime(), generation: watch.state?.generation ?? 0, answer, far: false, touches }
  cache.answers.set(search.key, remembered)
  const copies = answer.hits.map(({ id, copies: { total, available } }) => ({ id, total, available }))
  cache.copies.learn(copies, search.branches.join(), touches, now.getTime())
  return remembered
}

/** A reader who comes upon an index that is behind brings a little of it up to date first: so much as takes a moment. */
async function catchUp({ db, cache, now }: Surroundings): Promise<boolean> {
  try {
    const hasMoved = await refreshSome(db.client, now, MOST_REFRESHED)
    if (hasMoved) cache.generation.move()
    return hasMoved
  } catch (error) {
    console.error(JSON.stringify({ problem: 'the index is behind', message: String(error) }))
    return false
  }
}

const MOST_REFRESHED = 10
const jitterOf = (key: string) => (hash32(key) % 1_000) / 1_000
