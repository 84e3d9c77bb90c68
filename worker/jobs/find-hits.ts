import type { CatalogueState } from '../../db/catalogue/generation.ts'
import { type Found, search, searchBeside, searchUnless } from '../../db/catalogue/search.ts'
import { otherChoices } from '../../db/catalogue/spelling.ts'
import { type Database, each } from '../../db/client.ts'
import { explainer } from '../domain/catalogue/explain.ts'
import type { Hit } from '../domain/catalogue/hit.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { cursorFor, FIRST_PAGE, isOfMeant, ofMeant } from '../domain/catalogue/search-cursor.ts'
import { type SearchPlan, searchPlan } from '../domain/catalogue/search-plan.ts'
import type { SearchQuery } from '../domain/catalogue/search-query.ts'
import { asUnknown, metByChance } from '../domain/catalogue/spelling/chance.ts'
import { guessesAt, type Meant, matchesOf, meantBy, readingMet } from '../domain/catalogue/spelling/meant.ts'
import { isFarFetched, isToldBy, notSeenIn, shownCorrection } from '../domain/catalogue/spelling/shown-correction.ts'

/** An answer, and the state of the catalogue that it was found in. */
export interface FoundAnswer {
  answer: SearchAnswer
  state: CatalogueState
}

/** Puts a search to the catalogue: one round trip, a second one only to search for what was meant instead. */
export async function findHits(db: Database, query: SearchQuery): Promise<FoundAnswer> {
  const goesOn = query.cursor !== null && !isOfMeant(query.cursor)
  const plan = searchPlan(query, goesOn ? cursorFor(query.cursor, query.sort) : FIRST_PAGE)
  if (query.exact || goesOn || query.asked === '') {
    const { found } = await db.ask({ found: search(plan) })
    return { answer: answerOf(found, plan), state: found.state }
  }
  const guesses = guessesAt(query)
  const {
    first: { found, others },
  } = await db.ask({ first: searchBeside(plan, otherChoices(guesses, matchesOf(guesses))) })
  const answer = answerOf(found, plan)
  const byChance = metByChance(others.words, answer.hits)
  const isFound = found.total > 0 && byChance.size === 0 && !readingMet(guesses, others)
  const instead = isFound ? undefined : await firstFound(db, query, meantBy(query, guesses, asUnknown(others, byChance)))
  return { answer: instead ?? answer, state: found.state }
}

/** What is told by the words beside it is in no more records. */
const FEW_TOLD = 20

/** The first of what may have been meant of which there is something: all in one round trip, each only if there is nothing of those before it. */
async function firstFound(db: Database, query: SearchQuery, all: Meant[]): Promise<SearchAnswer | undefined> {
  if (all.length === 0) return undefined
  const plans = all.map(({ meant }) => searchPlan(meant, cursorFor(query.cursor, query.sort)))
  const isSure = all.map((instead) => !('isTold' in instead))
  const { found } = await db.ask({
    found: each(
      plans.map((plan, place) => {
        const before = plans.slice(0, place).filter((_, earlier) => isSure[earlier])
        const other = before.map(({ match }) => `(${match})`).join(' OR ') || undefined
        return searchUnless(plan, { other, most: isSure[place] ? undefined : FEW_TOLD })
      }),
    ),
  })
  for (const [place, instead] of all.entries()) {
    const [plan, own] = [plans[place], found[place]]
    const answer = plan && own && own.total > 0 ? corrected(query, instead, own, plan) : undefined
    const isMeant = isSure[place] || answer?.hits.slice(0, 1).some((hit) => isToldBy(hit, instead.meant.parsed.words))
    if (answer && isMeant && !isFarFetched(query, answer)) return answer
  }
  return undefined
}

function corrected(query: SearchQuery, instead: Meant, found: Found, plan: SearchPlan): SearchAnswer {
  const answer = answerOf({ ...found, cursor: found.cursor && ofMeant(found.cursor) }, plan)
  const { asked } = query
  if (instead.kind === 'spelling') {
    const unknown = instead.unknown ?? answer.hits.slice(0, 1).flatMap((hit) => notSeenIn(hit, query.parsed.words))
    const telling = instead.isTold ? { hits: answer.hits.slice(0, 1), facets: null } : answer
    return { ...answer, corrected: { kind: 'spelling', asked, ...shownCorrection(query, unknown, plan.words, telling) } }
  }
  if (instead.kind === 'spacing') {
    // What was asked in the other language is shown in the words of what was found.
    const { meant } = instead
    const { shown, words } =
      instead.typed === meant.asked
        ? shownCorrection(meant, query.parsed.words, plan.words, answer)
        : { shown: instead.typed, words: instead.words }
    return { ...answer, corrected: { kind: 'spelling', asked, shown, words } }
  }
  const { kind, typed, unknown = [] } = instead
  const { shown } = shownCorrection({ ...query, asked: typed }, unknown, plan.words, answer)
  return { ...answer, corrected: { kind, asked, shown, words: kind === 'layout' ? [{ from: asked, to: shown }] : [] } }
}

function answerOf({ hits, state: _, ...found }: Found, plan: SearchPlan): SearchAnswer {
  const explain = explainer(plan)
  return { ...found, hits: hits.map(({ place, keys, ...hit }): Hit => ({ ...hit, why: explain({ ...hit, place, keys }) })) }
}
