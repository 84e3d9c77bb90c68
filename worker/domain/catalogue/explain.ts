import type { Hit, Reason } from './hit.ts'
import { SECOND_KIND } from './index/index-entry.ts'
import { indexLetters } from './index/letters.ts'
import { priorOfPlace } from './index/prior.ts'
import type { QueryWord } from './query/clause.ts'
import { analyse, spellings } from './text/analyse.ts'
import { keyOf } from './text/fold.ts'

type WordReason = Extract<Reason, { word: string }>

/** The keys of a hit as the index holds them. */
export interface HitKeys {
  title: string
  author: string
  topic: string
}

/** Lent about forty times in the last years. */
const POPULAR_PRIOR = 127

/** Why a hit is there: for each word where it stands and how it was met, then what lifts the whole hit. */
export function explain(hit: Hit & { place: number; keys: HitKeys }, words: QueryWord[], typed: string): Reason[] {
  const seen = seenOf(hit)
  const reasons = words.flatMap((word) => {
    const reason = wordReason(word, hit.keys, seen)
    return reason
      ? [isRespelt(word) && reason.how !== 'variant' && reason.how !== 'spelling' ? { ...reason, how: 'corrected' as const } : reason]
      : []
  })
  return [...reasons, ...wholeReasons(hit, typed)]
}

/** It is not searched as it was typed. */
const isRespelt = ({ written, key, tokens }: QueryWord) => tokens.length === 0 && indexLetters(keyOf(written)) !== key

/** A hit as the words of a query are looked for in it, one after another. */
interface Seen {
  shown: Record<'title' | 'author', ShownWord[]>
  own: Record<'title' | 'author', string>
  other: Record<'title' | 'author', string>
  subjects: string
  series: string
}

/** A word as it is shown, and what it is found by, in index letters. */
interface ShownWord {
  word: string
  key: string
  terms: string[]
}

function seenOf({ title, author, keys }: Hit & { keys: HitKeys }): Seen {
  const shown = (text: string) =>
    analyse(text).map((token): ShownWord => ({ word: token.word, key: indexLetters(token.key), terms: spellings(token).map(indexLetters) }))
  const [ownTitles = '', otherTitles = ''] = keys.title.split(SECOND_KIND)
  const [ownNames = '', otherNames = ''] = keys.author.split(SECOND_KIND)
  const [subjects = '', series = ''] = keys.topic.split(SECOND_KIND)
  return {
    shown: { title: shown(title), author: shown(author ?? '') },
    own: { title: ownTitles, author: ownNames },
    other: { title: otherTitles, author: otherNames },
    subjects,
    series,
  }
}

function wordReason(word: QueryWord, keys: HitKeys, { shown, own, other, subjects, series }: Seen): WordReason | undefined {
  for (const field of ['title', 'author'] as const) {
    const met = meeting(word, shown[field])
    if (met) return { word: word.written, field, how: howMet(word, met), found: met.word }
  }
  const how = (text: string) => (text.includes(` ${word.key} `) ? ('letters' as const) : ('ending' as const))
  for (const field of ['title', 'author'] as const) {
    if (stands(word, own[field])) return { word: word.written, field, how: how(own[field]), found: null }
    if (stands(word, other[field]) || standsElse(word, keys[field])) return { word: word.written, field, how: 'variant', found: null }
  }
  if (stands(word, subjects)) return { word: word.written, field: 'subject', how: how(subjects), found: null }
  if (stands(word, series)) return { word: word.written, field: 'series', how: how(series), found: null }
  const isIsbn = /^\d{9,12}[\dX]$/.test(word.written)
  if (!isIsbn && (word.optional || word.tokens.length > 0)) return undefined
  return { word: word.written, field: isIsbn ? 'isbn' : 'note', how: 'letters', found: null }
}

/** Of a misspelt word its others are guesses as good as the first. */
const formsOf = (word: QueryWord) => (isRespelt(word) ? [...word.stems, ...word.others] : word.stems)

function meeting(word: QueryWord, shown: ShownWord[]): ShownWord | undefined {
  const { written, key, beginning } = word
  const stems = formsOf(word)
  const best = shown.find((own) => own.word === written) ?? shown.find((own) => own.key === key)
  return (
    best ?? shown.find(({ terms }) => terms.some((term) => term === key || stems.includes(term) || (beginning && term.startsWith(key))))
  )
}

function howMet(word: QueryWord, { word: written, key }: ShownWord) {
  if (written === word.written) return 'spelling'
  if (key === word.key) return 'letters'
  return word.beginning ? 'beginning' : 'ending'
}

function stands(word: QueryWord, keys: string): boolean {
  return keys.includes(` ${word.key}`) || formsOf(word).some((term) => keys.includes(` ${term}`))
}

/** Алма-Ата for Алматы. */
function standsElse({ others }: QueryWord, keys: string): boolean {
  return others.some((term) => keys.includes(` ${term}`))
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
