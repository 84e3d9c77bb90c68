import type { Hit, Reason, WordReason } from './hit.ts'
import { SECOND_KIND } from './index/index-entry.ts'
import { type IndexedToken, indexedTokens } from './index/indexed-token.ts'
import { indexLetters } from './index/letters.ts'
import { priorOfPlace } from './index/prior.ts'
import type { QueryWord } from './query/clause.ts'
import type { SearchPlan } from './search-plan.ts'
import { keyOf } from './text/fold.ts'

/** The keys of a hit as the index holds them. */
export interface HitKeys {
  title: string
  author: string
  topic: string
}

/** Lent about forty times in the last years. */
const POPULAR_PRIOR = 127

/**
 * Why a hit is there: for each word where it stands and how it was met, then the year that was asked for (`byYear`) and what lifts the
 * whole hit.
 */
export function explainer({ words, typed, byYear }: Explained): (hit: Hit & { place: number; keys: HitKeys }) => Reason[] {
  const sought = words.map(soughtWord)
  return (hit) => {
    const seen = seenOf(hit)
    const reasons = sought.flatMap((word) => {
      const reason = wordReason(word, hit, seen)
      if (!reason) return []
      const isMeant = word.isRespelt && reason.how !== 'variant' && reason.how !== 'spelling'
      return [isMeant ? { ...reason, how: 'corrected' as const } : reason]
    })
    const year: Reason[] = byYear && hit.year !== null ? [inYear(String(hit.year))] : []
    return [...reasons, ...year, ...wholeReasons(hit, typed)]
  }
}

type Explained = Pick<SearchPlan, 'words' | 'typed' | 'byYear'>

const inYear = (year: string): WordReason => ({ word: year, field: 'year', how: 'spelling', found: null })

/** A word of the query with what every hit is asked for. */
interface SoughtWord {
  word: QueryWord
  /** It is not searched as it was typed. */
  isRespelt: boolean
  /** All terms that will do: of a misspelt word its others are guesses as good as the first. */
  forms: string[]
  /** The beginnings of its forms, and of its others, as they stand among keys. */
  begun: string[]
  begunElse: string[]
}

function soughtWord(word: QueryWord): SoughtWord {
  const { written, key, stems, others, tokens } = word
  const isRespelt = tokens.length === 0 && indexLetters(keyOf(written)) !== key
  const forms = isRespelt ? [...stems, ...others] : stems
  return { word, isRespelt, forms, begun: [key, ...forms].map(begun), begunElse: others.map(begun) }
}

const begun = (term: string) => ` ${term}`

/** A hit as the words of a query are looked for in it, one after another. */
interface Seen {
  shown: Record<'title' | 'author', ShownText>
  own: Record<'title' | 'author', string>
  other: Record<'title' | 'author', string>
  subjects: string
  series: string
}

function seenOf({ title, author, keys }: Hit & { keys: HitKeys }): Seen {
  const [ownTitles = '', otherTitles = ''] = keys.title.split(SECOND_KIND)
  const [ownNames = '', otherNames = ''] = keys.author.split(SECOND_KIND)
  const [subjects = '', series = ''] = keys.topic.split(SECOND_KIND)
  return {
    shown: { title: shownText(title), author: shownText(author ?? '') },
    own: { title: ownTitles, author: ownNames },
    other: { title: otherTitles, author: otherNames },
    subjects,
    series,
  }
}

interface ShownText {
  /** Whether a word stands there as it is typed, between blanks and marks; where it may be part of another, its tokens tell. */
  has(written: string): boolean
  tokens(): IndexedToken[]
}

/** Most words stand there as they were typed: to take twenty titles apart took longer than all else that is told of them. */
function shownText(text: string): ShownText {
  const lower = text.toLowerCase()
  let tokens: IndexedToken[] | undefined
  return {
    has(written) {
      if (written === '') return false
      for (let at = lower.indexOf(written); at >= 0; at = lower.indexOf(written, at + 1)) {
        if (isApart(lower.charAt(at - 1)) && isApart(lower.charAt(at + written.length))) return true
      }
      return false
    },
    tokens() {
      tokens ??= indexedTokens(text)
      return tokens
    },
  }
}

const isApart = (sign: string) => ' ,.:;!?«»"()/'.includes(sign)

function wordReason(sought: SoughtWord, { year, keys }: Hit & { keys: HitKeys }, seen: Seen): WordReason | undefined {
  const { word } = sought
  const { shown, own, other, subjects, series } = seen
  const names = (['title', 'author'] as const).filter((field) => word.field === null || word.field === field)
  for (const field of names) {
    if (shown[field].has(word.written)) return { word: word.written, field, how: 'spelling', found: word.written }
    const met = meeting(sought, shown[field].tokens())
    if (met) return { word: word.written, field, how: howMet(word, met), found: met.word }
  }
  const how = (text: string) => (text.includes(` ${word.key} `) ? ('letters' as const) : ('ending' as const))
  for (const field of names) {
    if (hasAny(own[field], sought.begun)) return { word: word.written, field, how: how(own[field]), found: null }
    // Алма-Ата for Алматы.
    if (hasAny(other[field], sought.begun) || hasAny(keys[field], sought.begunElse)) {
      return { word: word.written, field, how: 'variant', found: null }
    }
  }
  for (const [field, text] of [['subject', subjects] as const, ['series', series] as const]) {
    if ((word.field ?? field) === field && hasAny(text, sought.begun)) return { word: word.written, field, how: how(text), found: null }
  }
  if (word.tokens.length > 0 && String(year) === word.written) return inYear(word.written)
  const isIsbn = /^\d{9,12}[\dX]$/.test(word.written)
  if (!isIsbn && (word.optional || word.tokens.length > 0)) return undefined
  return { word: word.written, field: isIsbn ? 'isbn' : (word.field ?? 'note'), how: 'letters', found: null }
}

const hasAny = (keys: string, beginnings: string[]) => keys !== '' && beginnings.some((begins) => keys.includes(begins))

function meeting({ word: { written, key, beginning }, forms }: SoughtWord, shown: IndexedToken[]): IndexedToken | undefined {
  return (
    shown.find((own) => own.word === written) ??
    shown.find((own) => own.key === key) ??
    shown.find(({ terms }) => terms.some((term) => term === key || forms.includes(term) || (beginning && term.startsWith(key))))
  )
}

function howMet(word: QueryWord, { word: written, key }: IndexedToken) {
  if (written === word.written) return 'spelling'
  if (key === word.key) return 'letters'
  return word.beginning ? 'beginning' : 'ending'
}

function wholeReasons({ place, keys }: { place: number; keys: HitKeys }, typed: string): Reason[] {
  const reasons: Reason[] = []
  const [own = '', other = ''] = keys.title.split(SECOND_KIND)
  const isWhole = own.startsWith(`|${typed}|`) || other.includes(`|${typed}|`)
  if (typed !== '' && isWhole) reasons.push({ how: 'whole-title' })
  else if (typed !== '' && keys.title.startsWith(`|${typed}`)) reasons.push({ how: 'title-start' })
  else if (typed.trim().includes(' ') && keys.title.includes(typed)) reasons.push({ how: 'phrase' })
  if (priorOfPlace(place) <= POPULAR_PRIOR) reasons.push({ how: 'popular' })
  return reasons
}
