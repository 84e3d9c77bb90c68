import { sha256 } from '../sha256.ts'
import type { Surroundings } from './cached-search.ts'
import { farAnswer, keepFar } from './far-answers.ts'
import { isRipe } from './kept-answer.ts'

/** The shape of what is kept in KV. A new shape needs a new name: two versions of the Worker may run side by side. */
const SHAPE = 'answer-1'

/** Longer names KV does not take. */
const LONGEST_NAME = 512
const utf8 = new TextEncoder()

/** The question itself where it fits: a hash is made on another thread, for which every search would wait. */
export async function farName(databaseUrl: string, key: string): Promise<string> {
  const name = `search:${SHAPE} ${databaseUrl} ${key}`
  return utf8.encode(name).length <= LONGEST_NAME ? name : `search:${await sha256(name)}`
}

/** Puts the answers that were asked for most into KV, so many as there is leave for, unless another isolate has done so. */
export async function keepAnswers({ cache, kv, databaseUrl, now }: Surroundings, leave: number): Promise<void> {
  const at = now.getTime()
  for (const key of cache.waiting.take(leave)) {
    const answer = cache.answers.get(key)
    if (!answer || answer.far) continue
    const name = await farName(databaseUrl, key)
    const there = await farAnswer(kv, name, cache.kvBreaker, at)
    const isThere = there !== undefined && there.generation >= answer.generation && !isRipe(there, 0, at)
    if (isThere || (await keepFar(kv, name, answer))) cache.answers.set(key, { ...answer, far: true })
    else cache.waiting.rest(at)
  }
}
