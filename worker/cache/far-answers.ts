import * as z from 'zod'
import type { Breaker } from '../../db/breaker.ts'
import { FACETS } from '../domain/catalogue/search-answer.ts'
import type { KeptAnswer } from './kept-answer.ts'

/** As much of KV as answers need. */
export interface FarStore {
  get<Value>(name: string, type: 'json'): Promise<Value | null>
  put(name: string, value: string, options: { expirationTtl: number }): Promise<void>
}

const READ_LIMIT_MS = 300
/** Longer than an answer is fresh: while the database is away, an old answer is better than none. */
const LIFE_S = 14 * 24 * 3_600

/** What is kept in KV. A KV that is down, or slow, is a KV that has nothing. */
export async function farValue<Value>(store: FarStore, name: string, breaker: Breaker, now: number): Promise<Value | undefined> {
  if (!breaker.lets(now)) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('KV is slow')), READ_LIMIT_MS)
  })
  try {
    const kept = await Promise.race([store.get<Value>(name, 'json'), late])
    breaker.worked()
    return kept ?? undefined
  } catch {
    breaker.failed(now)
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** An answer that is kept in KV; what is no answer, whoever wrote it, is none. */
export async function farAnswer(store: FarStore, name: string, breaker: Breaker, now: number): Promise<KeptAnswer | undefined> {
  const kept = await farValue<unknown>(store, name, breaker, now)
  return isKeptAnswer(kept) ? kept : undefined
}

const isKeptAnswer = (value: unknown): value is KeptAnswer => keptAnswer.safeParse(value).success

const count = z.number().nonnegative()
const counted = z.array(z.object({ value: z.string(), count }))
/** As much of an answer as is relied upon; the rest is passed on as it is. */
const keptAnswer = z.object({
  at: z.number(),
  generation: z.number(),
  answer: z.looseObject({
    hits: z.array(
      z.looseObject({ id: count, title: z.string(), language: z.string(), copies: z.object({ total: count, available: count }) }),
    ),
    total: count,
    estimated: z.boolean(),
    facets: z.object(Object.fromEntries(FACETS.map((facet) => [facet, counted]))).nullable(),
    cursor: z.string().nullable(),
  }),
})

/** Whether KV took it: it refuses when the day's writes are spent. */
export async function keepFar(store: FarStore, name: string, { at, generation, answer }: KeptAnswer): Promise<boolean> {
  try {
    await store.put(name, JSON.stringify({ at, generation, answer } satisfies KeptAnswer), { expirationTtl: LIFE_S })
    return true
  } catch {
    return false
  }
}
