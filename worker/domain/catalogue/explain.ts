import type { Hit, Reason } from './hit.ts'
import { SECOND_KIND } from './index/index-entry.ts'
import { indexLetters } from './index/letters.ts'
import { priorOfPlace } from './index/prior.ts'
import type { QueryWord } from './query/clause.ts'
import { analyse, spellings, type Token } from './text/analyse.ts'
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
  const shown = { title: analyse(hit.title), author: analyse(hit.author ?? '') }
  const reasons = words.flatMap((word) => {
    const reason = wordReason(word, hit.keys, shown)
    return reason ? [isRespelt(word) && reason.how !== 'variant' ? { ...reason, how: 'corrected' as const } : reason] : []
  })
  return [...reasons, ...wholeReasons(hit, typed)]
}

/** It is not searched as it was typed. */
const isRespelt = ({ written, key, tokens }: QueryWord) => tokens.length === 0 && indexLetters(keyOf(written)) !== key

function wordReason(word: QueryWord, keys: HitKeys, shown: { title: Token[]; author: Token[] }): WordReason | undefined {
  for (const field of ['title', 'author'] as const) {
    const token = meeting(word, shown[field])
    if (token) return { word: word.written, field, how: howMet(word, token), found: token.word }
  }
  for (const field of ['title', 'author'] as const) {
    const [own = '', other = ''] = keys[field].split(SECOND_KIND)
    if (stands(word, own)) return { word: word.written, field, how: own.includes(` ${word.key} `) ? 'letters' : 'ending', found: null }
    if (stands(word, other) || standsElse(word, keys[field])) return { word: word.written, field, how: 'variant', found: null }
  }
  const [subjects = '', series = ''] = keys.topic.split(SECOND_KIND)
  const how = (text: string) => (text.includes(` ${word.key} `) ? ('letters' as const) : ('ending' as const))
  if (stands(word, subjects)) return { word: word.written, field: 'subject', how: how(subjects), found: null }
  if (stands(word, series)) return { word: word.written, field: 'series', how: how(series), found: null }
  const isIsbn = /^\d{9,12}[\dX]$/.test(word.written)
  if (!isIsbn && (word.optional || word.tokens.length > 0)) return undefined
  return { word: word.written, field: isIsbn ? 'isbn' : 'note', how: 'letters', found: null }
}

function meeting(word: QueryWord, tokens: Token[]): Token | undefined {
  const terms = new Set([word.key, ...word.stems])
  const best = tokens.find(({ word: written }) => written === word.written) ?? tokens.find(({ key }) => indexLetters(key) === word.key)
  return (
    best ??
    tokens.find((token) =>
      spellings(token).some((term) => terms.has(indexLetters(term)) || (word.beginning && indexLetters(term).startsWith(word.key))),
    )
  )
}

function howMet(word: QueryWord, { word: written, key }: Token) {
  if (written === word.written) return 'spelling'
  if (indexLetters(key) === word.key) return 'letters'
  return word.beginning ? 'beginning' : 'ending'
}

function stands(word: QueryWord, keys: string): boolean {
  return [word.key, ...word.stems].some((term) => keys.includes(` ${term}`))
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
