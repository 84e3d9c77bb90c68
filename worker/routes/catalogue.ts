import { Hono } from 'hono'
import * as z from 'zod'
import { availability } from '../../db/catalogue/availability.ts'
import { answerSearch } from '../cache/answer-search.ts'
import type { CachedSearch } from '../cache/cached-search.ts'
import { searchCacheOf } from '../cache/search-cache.ts'
import { matchOf } from '../domain/catalogue/query/match.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { readCursor } from '../domain/catalogue/search-cursor.ts'
import { cacheKey, filterGroups, findsNothing, type SearchQuery, SORTS, searchQuery } from '../domain/catalogue/search-query.ts'
import { noteSearch, noteSought } from '../jobs/count-searches.ts'
import { findHits } from '../jobs/find-hits.ts'
import { valid } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'

const flag = z.enum(['0', '1', 'true', 'false', '']).transform((text) => text === '1' || text === 'true')
const blank = (text: unknown) => (text === '' ? undefined : text)
/** A filter that may be given more than once. */
const some = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => [given ?? []].flat().filter((text) => text !== ''), z.array(value).max(20))
const heading = z.string().max(1_000)

export const asked = z.object({
  q: z.string().max(500).default(''),
  branch: some(z.coerce.number().int().min(1).max(60)),
  language: some(z.string().regex(/^[a-z]{3}$/)),
  decade: some(z.coerce.number().int().min(0).max(2_200)),
  class: some(z.string().regex(/^[a-z-]{1,20}$/)),
  author: some(heading),
  subject: some(heading),
  available: flag.default(false),
  sort: z.preprocess(blank, z.enum(SORTS).default('relevance')),
  cursor: z.preprocess(
    blank,
    z
      .string()
      .max(4_000)
      .refine((text) => readCursor(text) !== undefined)
      .optional(),
  ),
  limit: z.preprocess(blank, z.coerce.number().int().min(1).max(50).default(20)),
  exact: flag.default(false),
  explain: flag.default(false),
})

export const catalogue = new Hono<Room>().get('/', anybody, valid('query', asked), async (c) => {
  const given = c.req.valid('query')
  const { answer, timing } = await find(c, given)
  c.header('Server-Timing', timing)
  return c.json(given.explain ? answer : { ...answer, hits: answer.hits.map(({ why: _, ...hit }) => hit) })
})

interface Found {
  answer: SearchAnswer
  /** For the header `Server-Timing`. */
  timing: string
}

/** Asks the catalogue, and counts the asking. */
export function find(c: Call, given: z.infer<typeof asked>): Promise<Found> {
  noteSearch(given.branch[0] ?? null, given.language[0] ?? null, c.var.now)
  return look(c, given)
}

/** Asks the catalogue what nobody searched for. */
export async function look(c: Call, given: z.infer<typeof asked>): Promise<Found> {
  const { branch, language, decade, class: groups, author, subject, explain: _, cursor = null, ...words } = given
  const query = searchQuery({
    ...words,
    branches: branch,
    languages: language,
    decades: decade,
    groups,
    authors: author,
    subjects: subject,
    cursor,
  })
  const isPlain = filterGroups(query).length === 0 && !query.available && cursor === null
  if (findsNothing(query)) return { answer: NOTHING, timing: 'cache;desc=none, trips;desc=0, rows;desc=0' }
  const found = await answerSearch(cachedSearch(query), {
    cache: searchCacheOf(c.env.LIBSQL_URL),
    kv: c.env.CACHE,
    db: c.var.db,
    databaseUrl: c.env.LIBSQL_URL,
    now: c.var.now,
    wait: (work) => c.executionCtx.waitUntil(work),
  })
  const { cache, trips, rows, from } = found
  if (isPlain && cache !== 'stale') noteSought(query.asked, found.answer.total > 0, language[0] ?? null, c.var.now)
  return {
    answer: askedAs(query.asked, found.answer),
    timing: `cache;desc=${cache}, trips;desc=${trips}, rows;desc=${rows}, from;desc=${from}`,
  }
}

/** Others may have asked the same in other letters: everyone reads their own. */
function askedAs(asked: string, answer: SearchAnswer): SearchAnswer {
  const { corrected } = answer
  if (!corrected || corrected.asked === asked) return answer
  const words = corrected.words.map((word) => (word.from === corrected.asked ? { ...word, from: asked } : word))
  return { ...answer, corrected: { ...corrected, asked, words } }
}

function cachedSearch(query: SearchQuery): CachedSearch {
  return {
    key: cacheKey(query),
    match: () => matchOf(query.parsed, filterGroups(query)),
    branches: query.branches,
    onShelfOnly: query.available,
    find: (db) => findHits(db, query),
    copies: (records) => availability(records, query.branches),
  }
}

export const NO_FACETS = { branch: [], available: [], language: [], decade: [], class: [], author: [], subject: [] }
const NOTHING: SearchAnswer = { hits: [], total: 0, estimated: false, facets: NO_FACETS, cursor: null }
