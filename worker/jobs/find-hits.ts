import type { InStatement } from '@libsql/client/http'
import { type Found, search } from '../../db/catalogue/search.ts'
import { otherChoices } from '../../db/catalogue/spelling.ts'
import type { Database } from '../../db/client.ts'
import { explainer } from '../domain/catalogue/explain.ts'
import type { Hit } from '../domain/catalogue/hit.ts'
import { NO_RECORD } from '../domain/catalogue/index/filter-tokens.ts'
import type { QueryWord } from '../domain/catalogue/query/clause.ts'
import { parseQuery } from '../domain/catalogue/query/parse-query.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { cursorFor, FIRST_PAGE, isOfMeant, ofMeant } from '../domain/catalogue/search-cursor.ts'
import { type SearchPlan, searchPlan } from '../domain/catalogue/search-plan.ts'
import type { SearchQuery } from '../domain/catalogue/search-query.ts'
import { fewerWords, isEnough, isNearEnough, withFewerWords } from '../domain/catalogue/spelling/fewer-words.ts'
import { rightIsbns } from '../domain/catalogue/spelling/mistyped-isbn.ts'
import { inOtherAlphabet } from '../domain/catalogue/spelling/other-alphabet.ts'
import { oneRespelt, otherReadings, respelt, respeltElsewhere, withOperators } from '../domain/catalogue/spelling/other-query.ts'
import { isWholly, notSeenIn, shownCorrection } from '../domain/catalogue/spelling/shown-correction.ts'
import { asWholeTitle, partedAs, putTogether, type Respaced, takenApart } from '../domain/catalogue/spelling/spacing.ts'

/** Puts a search to the catalogue: one round trip, a second one only to search for what was meant instead. The lines go with any. */
export async function findHits(db: Database, query: SearchQuery, lines: InStatement[] = []): Promise<SearchAnswer> {
  const goesOn = query.cursor !== null && !isOfMeant(query.cursor)
  const plan = searchPlan(query, goesOn ? cursorFor(query.cursor, query.sort) : FIRST_PAGE)
  if (query.exact || goesOn || query.asked === '') {
    const { found } = await db.ask({ found: search(plan) }, lines)
    return answerOf(found, plan)
  }
  const { must, mustNot } = query.parsed
  // Nobody asks for all but one word: the sign before it was a letter (-мір is өмір).
  const isOnlyWithout = must.length === 0 && mustNot.length > 0
  const readings = otherReadings(query).filter((reading) => !isOnlyWithout || reading.query.parsed.must.length > 0)
  const wholes = asWholeTitle(query)
  const together = [...withOperators(query), ...inOtherAlphabet(query), ...putTogether(query), ...rightIsbns(query)]
  const fewer = fewerWords(query)
  const questions = {
    found: search(plan),
    others: otherChoices(
      { typed: query.parsed.words, elsewhere: readings[0]?.query.parsed.words ?? [] },
      [...readings, ...wholes, ...together, ...fewer].map(({ match }) => match),
      isOnlyWithout && readings.length > 0 ? `"${NO_RECORD}"` : plan.match,
    ),
  }
  const {
    found,
    others: { words, met },
  } = await db.ask(questions, lines)
  const isMet = ({ match }: { match: string }) => met.has(match)
  const reading = readings.find(isMet)
  if (found.total > 0 && !reading) return answerOf(found, plan)
  if (reading) return corrected(db, query, { kind: 'layout', meant: reading.query, typed: reading.typed })
  const unknownOf = (asked: QueryWord[]) => new Map([...words].filter(([word, { known }]) => !known && asked.includes(word)))
  const unknown = unknownOf(query.parsed.words)
  const wholeTitle = wholes.map(({ match }) => met.get(match)).find(Boolean)
  const respaced = (wholeTitle && partedAs(query, wholeTitle)) ?? together.find(isMet) ?? takenApart(query, unknown)
  if (respaced) return corrected(db, query, { kind: 'spacing', meant: { ...query, parsed: parseQuery(respaced.typed) }, ...respaced })
  const findable = fewer.filter(({ match, titleKeys = '' }) => met.get(match)?.includes(titleKeys && `| ${titleKeys} |`))
  const enough = findable.find((one) => isEnough(one, unknown))
  const meant = enough ? undefined : respelt(query, unknown)
  if (meant) return corrected(db, query, { kind: 'spelling', meant, unknown: [...unknown.keys()] })
  // A sign that may be a letter of a known word says to leave others out: they are not guessed at.
  const [elsewhere] = mustNot.length > 0 ? [] : readings
  const unknownElsewhere = unknownOf(elsewhere?.query.parsed.words ?? [])
  const meantElsewhere = enough || !elsewhere ? undefined : respeltElsewhere(elsewhere.query, unknownElsewhere)
  if (elsewhere && meantElsewhere)
    return corrected(db, query, { kind: 'layout', meant: meantElsewhere, typed: elsewhere.typed, unknown: [...unknownElsewhere.keys()] })
  const left = enough ?? findable.find((one) => isNearEnough(one, unknown))
  if (!left) {
    const other = unknown.size === 0 ? oneRespelt(query, words) : undefined
    const answer = other && (await corrected(db, query, { kind: 'spelling', meant: other }))
    const isMeant = answer?.hits.slice(0, 1).some((hit) => isWholly(hit, other?.parsed.words ?? []))
    return answer && isMeant ? answer : answerOf(found, plan)
  }
  const { typed, query: fewerAsked } = withFewerWords(query, left)
  return corrected(db, query, { kind: 'fewer', meant: fewerAsked, typed })
}

/**
 * What is searched instead: the same keys on another layout, blanks elsewhere, fewer words, or words that the index holds for those
 * it does not.
 */
type Meant = { meant: SearchQuery } & (
  | { kind: 'layout' | 'fewer'; typed: string; unknown?: QueryWord[] }
  | ({ kind: 'spacing' } & Respaced)
  | { kind: 'spelling'; unknown?: QueryWord[] }
)

async function corrected(db: Database, query: SearchQuery, instead: Meant): Promise<SearchAnswer> {
  const { meant } = instead
  const plan = searchPlan(meant, cursorFor(query.cursor, query.sort))
  const { found } = await db.ask({ found: search(plan) })
  const answer = answerOf({ ...found, cursor: found.cursor && ofMeant(found.cursor) }, plan)
  if (found.total === 0) return answer
  const { asked } = query
  if (instead.kind === 'spelling') {
    const unknown = instead.unknown ?? answer.hits.slice(0, 1).flatMap((hit) => notSeenIn(hit, query.parsed.words))
    return { ...answer, corrected: { kind: 'spelling', asked, ...shownCorrection(query, unknown, plan.words, answer.hits) } }
  }
  if (instead.kind === 'spacing') return { ...answer, corrected: { kind: 'spelling', asked, shown: instead.typed, words: instead.words } }
  const { kind, typed, unknown = [] } = instead
  const { shown } = shownCorrection({ ...query, asked: typed }, unknown, plan.words, answer.hits)
  return { ...answer, corrected: { kind, asked, shown, words: kind === 'layout' ? [{ from: asked, to: shown }] : [] } }
}

function answerOf({ hits, ...found }: Found, plan: SearchPlan): SearchAnswer {
  const explain = explainer(plan.words, plan.typed)
  return { ...found, hits: hits.map(({ place, keys, ...hit }): Hit => ({ ...hit, why: explain({ ...hit, place, keys }) })) }
}
