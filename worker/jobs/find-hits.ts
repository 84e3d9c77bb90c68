import type { InStatement } from '@libsql/client/http'
import { type Found, search } from '../../db/catalogue/search.ts'
import type { Database } from '../../db/client.ts'
import { explain } from '../domain/catalogue/explain.ts'
import type { Hit } from '../domain/catalogue/hit.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { FIRST_PAGE, readCursor } from '../domain/catalogue/search-cursor.ts'
import { type SearchPlan, searchPlan } from '../domain/catalogue/search-plan.ts'
import type { SearchQuery } from '../domain/catalogue/search-query.ts'

/** Puts a search to the catalogue: one round trip. The lines wait for any. */
export async function findHits(db: Database, query: SearchQuery, lines: InStatement[] = []): Promise<SearchAnswer> {
  const plan = searchPlan(query, (query.cursor && readCursor(query.cursor)) || FIRST_PAGE)
  const { found } = await db.ask({ found: search(plan) }, lines)
  return answerOf(found, plan)
}

function answerOf({ hits, ...found }: Found, plan: SearchPlan): SearchAnswer {
  return {
    ...found,
    hits: hits.map(({ place, keys, ...hit }): Hit => ({ ...hit, why: explain({ ...hit, place, keys }, plan.words, plan.typed) })),
  }
}
