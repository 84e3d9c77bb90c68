import { Hono } from 'hono'
import * as z from 'zod'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { readCursor } from '../domain/catalogue/search-cursor.ts'
import { findsNothing, SORTS, searchQuery } from '../domain/catalogue/search-query.ts'
import { noteSearch, searchesAreDue, withSearches } from '../jobs/count-searches.ts'
import { findHits } from '../jobs/find-hits.ts'
import { valid } from '../middleware/answer.ts'
import type { Call, Room } from '../ports.ts'

const flag = z.enum(['0', '1', 'true', 'false', '']).transform((text) => text === '1' || text === 'true')
const blank = (text: unknown) => (text === '' ? undefined : text)
/** A filter that may be given more than once. */
const some = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => [given ?? []].flat().filter((text) => text !== ''), z.array(value).max(20))
const heading = z.string().max(300)

const asked = z.object({
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

export const catalogue = new Hono<Room>().get('/', valid('query', asked), async (c) => {
  const { branch, language, decade, class: groups, author, subject, explain, cursor = null, ...words } = c.req.valid('query')
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
  noteSearch(branch[0] ?? null, language[0] ?? null, c.var.now)
  if (findsNothing(query)) return answer(c, NOTHING, explain, 'none')
  const found = searchesAreDue(c.var.now)
    ? await withSearches(c.var.now, (lines) => findHits(c.var.db, query, lines))
    : await findHits(c.var.db, query)
  return answer(c, found, explain, 'miss')
})

const NO_FACETS = { branch: [], available: [], language: [], decade: [], class: [], author: [], subject: [] }
const NOTHING: SearchAnswer = { hits: [], total: 0, estimated: false, facets: NO_FACETS, cursor: null }

function answer(c: Call, found: SearchAnswer, explain: boolean, cache: string) {
  c.header('Server-Timing', `cache;desc=${cache}, trips;desc=${c.var.db.trips}, rows;desc=${c.var.db.rows}`)
  return c.json(explain ? found : { ...found, hits: found.hits.map(({ why: _, ...hit }) => hit) })
}
