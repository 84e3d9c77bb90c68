import type { Reason } from '../../../worker/domain/catalogue/hit.ts'
import type { Texts } from '../i18n/kk.ts'

type WordReason = Extract<Reason, { word: string }>

const MOST = 3
const lower = (text: string) => text.toLocaleLowerCase('kk')

/** The very word, or its key only is known: nothing can be said of its letters. */
const isPlain = ({ how, found }: WordReason) => how === 'spelling' || (how === 'letters' && found === null)

/** What the line of a hit does not show by itself comes first. */
function weight(reason: Reason): number {
  if (reason.how === 'popular') return 4
  if (reason.how === 'phrase') return 3
  if (!('word' in reason)) return 0
  if (!isPlain(reason)) return 1
  return reason.field === 'title' || reason.field === 'author' ? 5 : 2
}

/** Why a hit is there, in at most three short phrases. The very word in the title is marked there and needs no words. */
export function reasonWords(reasons: Reason[], t: Texts): string[] {
  const sorted = [...reasons].sort((one, other) => weight(one) - weight(other))
  const telling = sorted.filter((reason) => weight(reason) < 5)
  const phrases = (telling.length > 0 ? telling : sorted).map((reason) => phraseOf(reason, t))
  return [...new Set(phrases)].slice(0, MOST)
}

function phraseOf(reason: Reason, t: Texts): string {
  const { places, how } = t.reasons
  if (!('word' in reason)) return how[reason.how]
  const { word, found, field } = reason
  const words = found && lower(found) !== lower(word) ? `${word}\u00a0→ ${found}` : word
  if (reason.how === 'spelling' || isPlain(reason)) return `${places[field]}: ${words}`
  const label = reason.how === 'variant' ? how[field === 'author' ? 'variant-author' : 'variant-title'] : how[reason.how]
  const inSight = field === 'title' || field === 'author'
  return inSight ? `${label}: ${words}` : `${places[field]}, ${label}: ${words}`
}
