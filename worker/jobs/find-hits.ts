import type { InStatement } from '@libsql/client/http'
import { type Found, search, searchUnless } from '../../db/catalogue/search.ts'
import { otherChoices } from '../../db/catalogue/spelling.ts'
import { type Database, each } from '../../db/client.ts'
import { explainer } from '../domain/catalogue/explain.ts'
import type { Hit } from '../domain/catalogue/hit.ts'
import { NO_RECORD } from '../domain/catalogue/index/filter-tokens.ts'
import type { QueryWord } from '../domain/catalogue/query/clause.ts'
import { parseQuery } from '../domain/catalogue/query/parse-query.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { cursorFor, FIRST_PAGE, isOfMeant, ofMeant } from '../domain/catalogue/search-cursor.ts'
import { type SearchPlan, searchPlan } from '../domain/catalogue/search-plan.ts'
import type { SearchQuery } from '../domain/catalogue/search-query.ts'
import {
  type FewerWords,
  fewerWords,
  isAllThatIsKnown,
  isEnough,
  isMetAs,
  isNearEnough,
  withFewerWords,
  withoutUnknown,
} from '../domain/catalogue/spelling/fewer-words.ts'
import { rightIsbns } from '../domain/catalogue/spelling/mistyped-isbn.ts'
import { inOtherAlphabet } from '../domain/catalogue/spelling/other-alphabet.ts'
import { inOtherLanguage } from '../domain/catalogue/spelling/other-language.ts'
import {
  asWritten,
  oneRespelt,
  otherReadings,
  respelt,
  respeltElsewhere,
  withOperators,
  withoutSigns,
} from '../domain/catalogue/spelling/other-query.ts'
import { isFarFetched, isWholly, notSeenIn, shownCorrection } from '../domain/catalogue/spelling/shown-correction.ts'
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
  const asked = withoutSigns(query)
  const wholes = asWholeTitle(asked)
  const together: (Rewritten & { match: string })[] = [
    ...(asked === query ? [] : [asWritten(asked)]),
    ...withOperators(query),
    ...inOtherAlphabet(asked),
    ...putTogether(asked),
    ...rightIsbns(asked),
    ...inOtherLanguage(asked),
  ]
  const fewer = fewerWords(asked)
  const questions = {
    found: search(plan),
    others: otherChoices(
      { typed: asked.parsed.words, elsewhere: readings[0]?.query.parsed.words ?? [] },
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
  return (await firstFound(db, query, meant())) ?? answerOf(found, plan)

  /** What may have been meant, the likeliest first. */
  function meant(): Meant[] {
    if (reading) return [{ kind: 'layout', meant: reading.query, typed: reading.typed }]
    const unknownOf = (some: QueryWord[]) => new Map([...words].filter(([word, { known }]) => !known && some.includes(word)))
    const unknown = unknownOf(asked.parsed.words)
    const wholeTitle = wholes.map(({ match }) => met.get(match)).find(Boolean)
    const respaced: Rewritten | undefined =
      (wholeTitle && partedAs(asked, wholeTitle.titles)) ?? together.find(isMet) ?? takenApart(asked, unknown)
    if (respaced) return [{ kind: 'spacing', meant: { ...query, parsed: parseQuery(respaced.typed) }, ...respaced }]
    const findable = fewer.filter((one) => isMetAs(one, met.get(one.match)))
    const enough = findable.find((one) => isEnough(one, unknown))
    if (enough) return [leftOf(enough)]
    const left = findable.find(isNearEnough)
    const one = unknown.size === 0 && (left?.kept.length ?? 1) === 1 ? oneRespelled() : []
    const others = left ?? withoutUnknown(asked, unknown) ?? findable.find((one) => isAllThatIsKnown(one, unknown))
    return [...respelled(unknown), ...one, ...(others ? [leftOf(others)] : [])]

    function respelled(unknownHere: typeof unknown): Meant[] {
      const own = respelt(asked, unknownHere)
      if (own) return [{ kind: 'spelling', meant: own, unknown: [...unknownHere.keys()] }]
      // A sign that may be a letter of a known word says to leave others out, or joins two: they are not guessed at.
      const [elsewhere] = mustNot.length > 0 || /[\u0400-\u04ff]-[\u0400-\u04ff]/.test(query.asked) ? [] : readings
      const unknownElsewhere = unknownOf(elsewhere?.query.parsed.words ?? [])
      const there = elsewhere && respeltElsewhere(elsewhere.query, unknownElsewhere)
      return there ? [{ kind: 'layout', meant: there, typed: elsewhere.typed, unknown: [...unknownElsewhere.keys()] }] : []
    }

    function oneRespelled(): Meant[] {
      const own = oneRespelt(asked, words)
      return own ? [{ kind: 'spelling', meant: own, isWholly: true }] : []
    }

    function leftOf(one: FewerWords): Meant {
      const { typed, query: fewerAsked } = withFewerWords(asked, one)
      return { kind: 'fewer', meant: fewerAsked, typed }
    }
  }
}

/** A question written otherwise; `meant` where it is not what that says when it is read. */
type Rewritten = Respaced & { meant?: SearchQuery }

/**
 * What is searched instead: the same keys on another layout, blanks elsewhere, fewer words, or words that the index holds for those
 * it does not; of the last maybe only if all that tells in the first title was asked for.
 */
type Meant = { meant: SearchQuery } & (
  | { kind: 'layout' | 'fewer'; typed: string; unknown?: QueryWord[] }
  | ({ kind: 'spacing' } & Respaced)
  | { kind: 'spelling'; unknown?: QueryWord[]; isWholly?: true }
)

/** The first of what may have been meant of which there is something: all in one round trip, each only if there is nothing of those before it. */
async function firstFound(db: Database, query: SearchQuery, all: Meant[]): Promise<SearchAnswer | undefined> {
  if (all.length === 0) return undefined
  const plans = all.map(({ meant }) => searchPlan(meant, cursorFor(query.cursor, query.sort)))
  const isSure = all.map((instead) => !('isWholly' in instead))
  const { found } = await db.ask({
    found: each(
      plans.map((plan, place) => {
        const before = plans.slice(0, place).filter((_, earlier) => isSure[earlier])
        return before.length === 0 ? search(plan) : searchUnless(plan, before.map(({ match }) => `(${match})`).join(' OR '))
      }),
    ),
  })
  for (const [place, instead] of all.entries()) {
    const [plan, own] = [plans[place], found[place]]
    const answer = plan && own && own.total > 0 ? corrected(query, instead, own, plan) : undefined
    const isMeant = isSure[place] || answer?.hits.slice(0, 1).some((hit) => isWholly(hit, instead.meant.parsed.words))
    if (answer && isMeant && !isFarFetched(query, answer)) return answer
  }
  return undefined
}

function corrected(query: SearchQuery, instead: Meant, found: Found, plan: SearchPlan): SearchAnswer {
  const answer = answerOf({ ...found, cursor: found.cursor && ofMeant(found.cursor) }, plan)
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
  const explain = explainer(plan)
  return { ...found, hits: hits.map(({ place, keys, ...hit }): Hit => ({ ...hit, why: explain({ ...hit, place, keys }) })) }
}
