import type { InStatement } from '@libsql/client/http'
import { type Found, search } from '../../db/catalogue/search.ts'
import { anyMatches, unknownWords } from '../../db/catalogue/spelling.ts'
import type { Database } from '../../db/client.ts'
import { explain } from '../domain/catalogue/explain.ts'
import type { Hit } from '../domain/catalogue/hit.ts'
import type { QueryWord } from '../domain/catalogue/query/clause.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { cursorFor, FIRST_PAGE } from '../domain/catalogue/search-cursor.ts'
import { type SearchPlan, searchPlan } from '../domain/catalogue/search-plan.ts'
import type { SearchQuery } from '../domain/catalogue/search-query.ts'
import { otherReadings, respelt } from '../domain/catalogue/spelling/other-query.ts'
import { shownCorrection } from '../domain/catalogue/spelling/shown-correction.ts'

/** Puts a search to the catalogue: one round trip, a second one only to search for what was meant instead. The lines go with any. */
export async function findHits(db: Database, query: SearchQuery, lines: InStatement[] = []): Promise<SearchAnswer> {
  const plan = searchPlan(query, cursorFor(query.cursor, query.sort))
  if (query.exact || query.cursor || query.asked === '') {
    const { found } = await db.ask({ found: search(plan) }, lines)
    return answerOf(found, plan)
  }
  const readings = otherReadings(query)
  const questions = {
    found: search(plan),
    unknown: unknownWords(query.parsed.words),
    readable: anyMatches(readings.map(({ match }) => match)),
  }
  const { found, unknown, readable } = await db.ask(questions, lines)
  const reading = found.total === 0 ? readings.find((_, place) => readable[place]) : undefined
  const meant = reading?.query ?? (found.total === 0 ? respelt(query, unknown) : undefined)
  if (!meant) return answerOf(found, plan)
  return corrected(db, query, { meant, unknown: [...unknown.keys()], typed: reading?.typed })
}

interface Meant {
  meant: SearchQuery
  unknown: QueryWord[]
  /** The same keys on another layout. */
  typed: string | undefined
}

async function corrected(db: Database, query: SearchQuery, { meant, unknown, typed }: Meant): Promise<SearchAnswer> {
  const plan = searchPlan(meant, FIRST_PAGE)
  const { found } = await db.ask({ found: search(plan) })
  const answer = answerOf(found, plan)
  if (found.total === 0) return answer
  const { asked } = query
  if (typed !== undefined) return { ...answer, corrected: { kind: 'layout', asked, shown: typed, words: [{ from: asked, to: typed }] } }
  return { ...answer, corrected: { kind: 'spelling', asked, ...shownCorrection(query, unknown, plan.words, answer.hits) } }
}

function answerOf({ hits, ...found }: Found, plan: SearchPlan): SearchAnswer {
  return {
    ...found,
    hits: hits.map(({ place, keys, ...hit }): Hit => ({ ...hit, why: explain({ ...hit, place, keys }, plan.words, plan.typed) })),
  }
}
