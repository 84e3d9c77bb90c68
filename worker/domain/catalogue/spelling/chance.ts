import type { Hit, WordReason } from '../hit.ts'
import type { QueryWord } from '../query/clause.ts'
import type { SearchQuery } from '../search-query.ts'
import { scriptOf } from '../text/fold.ts'
import type { NearWords, OtherChoices } from './meant.ts'

export const isCyrillic = (text: string) => scriptOf(text) === 'cyrillic'

/** Whether what is found may be there by chance: a stem of «толсой» is one of tools. */
export function mayMeetByChance({ parsed: { must, mustNot, words } }: SearchQuery): boolean {
  return mustNot.length === 0 && must.every(({ kind }) => kind === 'word') && words.some(({ written }) => isCyrillic(written))
}

const isForeign = ({ title, author }: Hit) => !isCyrillic(title) && !isCyrillic(author ?? '')

/** But a stem is there, in a word in other letters. */
function isStemElsewhere({ how, found }: WordReason, hit: Hit): boolean {
  return how === 'ending' && (found === null ? isForeign(hit) : !isCyrillic(found))
}

const wordReasons = ({ why = [] }: Hit): WordReason[] => why.filter((reason) => 'word' in reason)

/** A note on a book in other letters, or but a stem in a word in other letters. */
const isChanceIn = (reason: WordReason, hit: Hit) => (reason.field === 'note' && isForeign(hit)) || isStemElsewhere(reason, hit)

/** The Cyrillic words that every hit has but by chance; what a note has is none if it is the very word (кёльн). */
export function metByChance(words: OtherChoices['words'], hits: Hit[]): Set<QueryWord> {
  const isChance = (written: string, isSpelt: boolean, hit: Hit) =>
    wordReasons(hit).some((reason) => reason.word === written && isChanceIn(reason, hit) && !(reason.field === 'note' && isSpelt))
  const met = [...words].filter(
    ([{ written }, { isSpelt }]) => isCyrillic(written) && hits.length > 0 && hits.every((hit) => isChance(written, isSpelt, hit)),
  )
  return new Set(met.map(([word]) => word))
}

/** Nothing that was asked for is to be seen in a hit in other letters, or but a stem. */
export function isThereByChance(hit: Hit): boolean {
  const reasons = wordReasons(hit)
  return reasons.length > 0 && isForeign(hit) && reasons.every((reason) => isChanceIn(reason, hit))
}

/** The choices there are when these words are taken for unknown, and so is all that they met by chance. */
export function asUnknown({ words, met }: OtherChoices, some: ReadonlySet<QueryWord>): OtherChoices {
  const unknown = (word: QueryWord, own: NearWords) =>
    some.has(word) ? { ...own, known: false, near: own.near.filter((term) => !word.stems.includes(term)) } : own
  return { met, words: new Map([...words].map(([word, own]) => [word, unknown(word, own)])) }
}
