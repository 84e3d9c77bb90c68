import type { Reason } from '../../../worker/domain/catalogue/hit.ts'
import type { Correction } from '../../../worker/domain/catalogue/search-answer.ts'
import type { Texts } from '../i18n/kk.ts'

type WordReason = Extract<Reason, { word: string }>

const MOST = 3
const IN_SIGHT = 5
const lower = (text: string) => text.toLocaleLowerCase('kk')
const ofWord = (reason: Reason): reason is WordReason => 'word' in reason

/** The very word, or its key only is known: nothing can be said of its letters. */
const isPlain = ({ how, found }: WordReason) => how === 'spelling' || (how === 'letters' && found === null)
const isOtherTitle = (reason: Reason) => ofWord(reason) && reason.how === 'variant' && reason.field === 'title'

/** What the line of a hit does not show by itself comes first. */
function weight(reason: Reason): number {
  if (reason.how === 'popular') return 4
  if (reason.how === 'phrase') return 3
  if (!ofWord(reason)) return 0
  if (!isPlain(reason)) return 1
  return reason.found !== null && (reason.field === 'title' || reason.field === 'author') ? IN_SIGHT : 2
}

/**
 * Why a hit is there, in at most three short phrases. The very word in the title is marked there and needs no words.
 * `corrected` are words that were not searched, and those searched in their place.
 */
export function reasonWords(reasons: Reason[], t: Texts, corrected: Correction['words'] = []): string[] {
  // The whole title that was typed is then another one than the title shown.
  const told = reasons.some(isOtherTitle) ? reasons.filter(({ how }) => how !== 'whole-title' && how !== 'title-start') : reasons
  const sorted = told.toSorted((one, other) => weight(one) - weight(other))
  const telling = sorted.filter((reason) => weight(reason) < IN_SIGHT)
  const wordsOf = new Map<string, string[]>()
  for (const reason of telling.length > 0 ? telling : sorted) {
    const [label, ...words] = ofWord(reason) ? wordPhrase(reason, t, corrected) : [t.reasons.how[reason.how]]
    wordsOf.set(label, [...(wordsOf.get(label) ?? []), ...words])
  }
  const phrases = [...wordsOf].map(([label, words]) => (words.length > 0 ? `${label}: ${[...new Set(words)].join(', ')}` : label))
  return phrases.slice(0, MOST)
}

function wordPhrase(reason: WordReason, t: Texts, corrected: Correction['words']): [label: string, word: string] {
  const correction = corrected.find(({ from }) => lower(from) === lower(reason.word))
  if (!correction) return [labelOf(reason, t), metAs(reason)]
  if (reason.found !== null) return [t.reasons.how.corrected, metAs(reason)]
  const searched: WordReason = { ...reason, word: correction.to, how: reason.how === 'variant' ? 'variant' : 'spelling' }
  return [labelOf(searched, t), searched.word]
}

function metAs({ word, found }: WordReason): string {
  return found && lower(found) !== lower(word) ? `${word}\u00a0→ ${found}` : word
}

function labelOf(reason: WordReason, t: Texts): string {
  const { places, how } = t.reasons
  const { field } = reason
  if (reason.how === 'spelling' || isPlain(reason)) return places[field]
  const label = reason.how === 'variant' ? how[field === 'author' ? 'variant-author' : 'variant-title'] : how[reason.how]
  return field === 'title' || field === 'author' ? label : `${places[field]}, ${label}`
}
