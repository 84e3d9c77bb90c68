import type { QueryWord } from '../query/clause.ts'
import { parseQuery } from '../query/parse-query.ts'
import type { SearchQuery } from '../search-query.ts'
import { mayMeetByChance } from './chance.ts'
import {
  type FewerWords,
  fewerWords,
  isAllThatIsKnown,
  isEnough,
  isMetAs,
  isNearEnough,
  withFewerWords,
  withoutUnknown,
} from './fewer-words.ts'
import { rightIsbns } from './mistyped-isbn.ts'
import { inOtherAlphabet } from './other-alphabet.ts'
import { inOtherLanguage } from './other-language.ts'
import {
  asItStands,
  oneRespelt,
  otherReadings,
  type Reading,
  respelt,
  respeltElsewhere,
  withOperators,
  withoutSigns,
} from './other-query.ts'
import { ownThings } from './own-things.ts'
import { asWholeTitle, type Halves, LEAST_PIECE, partedAs, putTogether, type Respaced, takenApart } from './spacing.ts'

/** What may be meant by a question, before it is known what the index has of it. */
export interface Guesses {
  /** The question without signs that may be none. */
  asked: SearchQuery
  /** The same keys on another layout. */
  readings: Reading[]
  /** As a whole title whose words are parted otherwise. */
  wholes: { match: string }[]
  /** Written otherwise. */
  together: (Rewritten & { match: string })[]
  fewer: FewerWords[]
  /** A reading comes before what was typed. */
  isFirstChoice: boolean
  /** What few books in Latin letters have of Cyrillic words may be there by chance. */
  mayMeetByChance: boolean
  /** The words that may be misspelt: as typed, and on another layout. */
  typed: QueryWord[]
  elsewhere: QueryWord[]
}

/** A question written otherwise; `meant` where it is not what that says when it is read. */
type Rewritten = Respaced & { meant?: SearchQuery }

export interface NearWords {
  /** The index holds it, or the word of which it is a form. */
  known: boolean
  /** It holds the very word. */
  isSpelt: boolean
  /** Words of the index that are spelt alike. */
  near: string[]
  /** The words it may be made of, that stand together in some title; none for a known one. */
  halves: Halves[]
}

/** What the index has of the guesses. */
export interface OtherChoices {
  words: Map<QueryWord, NearWords>
  /** By match, of those that some record has: the title keys of the first that has it. */
  met: Map<string, string>
}

/**
 * What is searched instead: the same keys on another layout, blanks elsewhere, fewer words, or words that the index holds for those
 * it does not; of the last maybe only if the first title tells nothing else, or has them side by side.
 */
export type Meant = { meant: SearchQuery } & (
  | { kind: 'layout' | 'fewer'; typed: string; unknown?: QueryWord[] }
  | ({ kind: 'spacing' } & Respaced)
  | { kind: 'spelling'; unknown?: QueryWord[]; isTold?: true }
)

export function guessesAt(query: SearchQuery): Guesses {
  const { must, mustNot } = query.parsed
  // Nobody asks for all but one word: the sign before it was a letter (-мір is өмір).
  const isOnlyWithout = must.length === 0 && mustNot.length > 0
  const readings = otherReadings(query).filter((reading) => !isOnlyWithout || reading.query.parsed.must.length > 0)
  const asked = withoutSigns(query)
  return {
    asked,
    readings,
    wholes: asWholeTitle(asked),
    together: [
      ...(asked === query ? [] : [asItStands(asked)]),
      ...withOperators(query),
      ...inOtherAlphabet(asked),
      ...putTogether(asked),
      ...rightIsbns(asked),
      ...inOtherLanguage(asked),
      ...ownThings(asked),
    ],
    fewer: fewerWords(asked),
    isFirstChoice: isOnlyWithout && readings.length > 0,
    mayMeetByChance: mayMeetByChance(asked),
    typed: asked.parsed.words,
    elsewhere: readings[0]?.query.parsed.words ?? [],
  }
}

/** What the index is to be asked of them; of an author, whether one of the names is his of what has the word anywhere. */
export function matchesOf({ readings, wholes, together, fewer }: Guesses): Pick<FewerWords, 'match' | 'author'>[] {
  return [...readings, ...wholes, ...together, ...fewer]
}

/** The first reading on another layout of which the index has something. */
export function readingMet({ readings }: Guesses, { met }: OtherChoices): Reading | undefined {
  return readings.find(({ match }) => met.has(match))
}

/** Near to a shorter key is too much, or nothing. */
const SHORT_KEY = 4

/** What was meant, the likeliest first. */
export function meantBy(query: SearchQuery, guesses: Guesses, others: OtherChoices): Meant[] {
  const { asked, wholes, together, fewer, typed } = guesses
  const { words, met } = others
  const reading = readingMet(guesses, others)
  const unknown = unknownOf(typed, words)
  if (reading) {
    // Of any Cyrillic letters some stem may be read in Latin: «купрн» is nearer to Куприн.
    return [...(/^[ -~]+$/.test(reading.typed) ? speltAs(respelt(asked, unknown), unknown) : []), layoutOf(reading)]
  }
  const wholeTitle = wholes.map(({ match }) => met.get(match)).find((titles) => titles !== undefined)
  const spacingOf = (respaced: Rewritten): Meant => ({
    kind: 'spacing',
    meant: { ...query, parsed: parseQuery(respaced.typed) },
    ...respaced,
  })
  const respaced = (wholeTitle === undefined ? undefined : partedAs(asked, wholeTitle)) ?? together.find(({ match }) => met.has(match))
  if (respaced) return [spacingOf(respaced)]
  const apart = takenApart(asked, unknown)
  if (apart) {
    // Two short words stand in some title by chance: каитан is no «Кай Тан».
    const isSure = apart.words.every(({ to }) => to.split(' ').some(({ length }) => length > LEAST_PIECE))
    return [...(isSure ? [] : speltAs(respelt(asked, unknown), unknown)), spacingOf(apart)]
  }
  const findable = fewer.filter((some) => isMetAs(some, met.get(some.match)))
  const enough = findable.find((some) => isEnough(some, unknown))
  if (enough) return [leftOf(asked, enough)]
  const nearEnough = findable.find(isNearEnough)
  const left = nearEnough ?? withoutUnknown(asked, unknown) ?? findable.find((some) => isAllThatIsKnown(some, unknown))
  const all = respelled(query, guesses, words)
  const isUnsure = all.length === 0 || [...unknown.keys()].some(({ key }) => key.length <= SHORT_KEY)
  const other = isUnsure && (nearEnough?.kept.length ?? 1) === 1 ? oneRespelt(asked, words) : undefined
  return [...all, ...(other ? [{ kind: 'spelling', meant: other, isTold: true } as const] : []), ...(left ? [leftOf(asked, left)] : [])]
}

const speltAs = (meant: SearchQuery | undefined, unknown: ReadonlyMap<QueryWord, unknown>): Meant[] =>
  meant ? [{ kind: 'spelling', meant, unknown: [...unknown.keys()] }] : []

const layoutOf = ({ query, typed }: Reading): Meant => ({ kind: 'layout', meant: query, typed })

const unknownOf = (some: QueryWord[], words: OtherChoices['words']) =>
  new Map([...words].filter(([word, { known }]) => !known && some.includes(word)))

/** With the words that are misspelt put right, as typed or else on another layout. */
function respelled(query: SearchQuery, { asked, readings, typed, elsewhere }: Guesses, words: OtherChoices['words']): Meant[] {
  const unknown = unknownOf(typed, words)
  const own = speltAs(respelt(asked, unknown), unknown)
  if (own.length > 0) return own
  // A sign that may be a letter of a known word says to leave others out, or joins two: they are not guessed at.
  const isSign = query.parsed.mustNot.length > 0 || /[\u0400-\u04ff]-[\u0400-\u04ff]/.test(query.asked)
  const [reading] = isSign ? [] : readings
  const unknownThere = unknownOf(elsewhere, words)
  const there = reading && respeltElsewhere(reading.query, unknownThere)
  return there ? [{ kind: 'layout', meant: there, typed: reading.typed, unknown: [...unknownThere.keys()] }] : []
}

function leftOf(asked: SearchQuery, left: FewerWords): Meant {
  const { typed, query } = withFewerWords(asked, left)
  return { kind: 'fewer', meant: query, typed }
}
