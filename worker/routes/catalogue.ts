import { Hono } from 'hono'
import * as z from 'zod'
import { search } from '../../db/catalogue/search.ts'
import { cached, keep } from '../cache/search-cache.ts'
import { cacheKey, findsNothing, SORTS, searchQuery } from '../domain/catalogue/search-query.ts'
import { noteSearch, searchesAreDue, withSearches } from '../jobs/count-searches.ts'
import { valid } from '../middleware/answer.ts'
import type { Call, Room } from '../ports.ts'

const flag = z.enum(['0', '1', 'true', 'false', '']).transform((text) => text === '1' || text === 'true')
const blank = (text: unknown) => (text === '' ? undefined : text)

const asked = z.object({
  q: z.string().max(500).default(''),
  branch: z.preprocess(blank, z.coerce.number().int().positive().optional()),
  language: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[a-z]{3}$/)
      .optional(),
  ),
  available: flag.default(false),
  sort: z.preprocess(blank, z.enum(SORTS).default('relevance')),
  cursor: z.preprocess(blank, z.coerce.number().int().min(0).max(10_000).optional()),
  limit: z.preprocess(blank, z.coerce.number().int().min(1).max(50).default(20)),
})

export const catalogue = new Hono<Room>().get('/', valid('query', asked), async (c) => {
  const words = c.req.valid('query')
  const query = searchQuery(words)
  noteSearch(query.branch, query.language, c.var.now)
  if (findsNothing(words.q, query)) return answer(c, { hits: [], total: 0 }, query.offset, 'none')
  const key = cacheKey(query)
  const hot = await cached(c.env.CACHE, key, c.var.now)
  if (hot) return answer(c, hot, query.offset, 'hit')
  const questions = { found: search(query) }
  const { found } = searchesAreDue(c.var.now)
    ? await withSearches(c.var.now, (lines) => c.var.db.ask(questions, lines))
    : await c.var.db.ask(questions)
  c.executionCtx.waitUntil(keep(c.env.CACHE, key, found, c.var.now))
  return answer(c, found, query.offset, 'miss')
})

function answer(c: Call, found: Awaited<ReturnType<typeof cached>> & object, offset: number, cache: string) {
  const shown = offset + found.hits.length
  c.header('Server-Timing', `cache;desc=${cache}, trips;desc=${c.var.db.trips}`)
  return c.json({ ...found, cursor: found.hits.length > 0 && shown < found.total ? String(shown) : null })
}
