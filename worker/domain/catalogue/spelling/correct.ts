import type { Clause, QueryWord } from '../query/clause.ts'
import { openForms, typedLetters } from './deletions.ts'
import { distance, leastAdded, lettersOf } from './distance.ts'

const MOST_CORRECTIONS = 4
const MOST_WHERE_TOLD = 16
/** A word half typed is further from its whole than from a mistake, but likelier. */
const UNFINISHED = 0.9
const LONGEST_ENDING = 5
const LEAST_ENDED = 5
/** That a word was cut to its stem is a guess too, and a bold one when little is left; where much is left it is no mistake of the reader. */
const cutTo = (stem: string) => (stem.length < 4 ? { cut: 1, bold: 1 } : { cut: 0.3, bold: stem.length < 5 ? 0.3 : 0 })
const UNCUT = { cut: 0, bold: 0 }
const ENDING = 0.4
/** No ending is without a vowel: in it is a mistake, too. */
const WRONG_ENDING = 0.3
/** The first letter is mostly right. */
const begun = (term: string, word: string) => (term.charAt(0) === word.charAt(0) ? 0 : 0.4)
/** Of a longer word that little is seldom left. */
const leftOf = (word: string, key: string) => (word.length < 4 && key.length > 4 ? 0.5 : 0)
/** Words whose cost is so near to the least are searched for too. */
const NEARLY = 0.5

/** By the number of letters: in a short word two mistakes leave another word. */
const ALLOWED = [0, 0, 0, 0.9, 1, 1.2, 1.5, 1.7, 1.7]
/** So many letters are seldom one mistake away from a word that was not meant. */
const LONG_WORD = 6
/** Nobody who means a word writes so: a sign at the start or after a vowel, three different vowels in a row, no vowel at all. */
const UNLIKELY = [
  /^[ьъ]|^ы[аеёиоуыэюя]|[аәеёиоөуұүыіэюя][ьъ]|[ьъ]{2}/,
  // In молоая a letter is missed before the ending.
  /([аәеёоөұүыіэюя])(?!\1)(?!(?:ая|яя|ое|ее|ые|ие|ую|юю)$)([аәеёоөұүыіэюя])(?!\2)[аәеёоөұүыіэюя]/,
  /^[бвгғджзйкқлмнңпрстфхһцчшщьъ]{4,}$|^[b-df-hj-np-tv-xz]{5,}$|[цчшщжхф]{3}/,
  /q[fghjkqvwx]|[jqvwx][jkqvwx]/,
]
/** A letter is missed there: буьба. */
const IS_MISSED = /[аәеёиоөуұүыіэюя][ьъ]/
export const isUnlikely = (written: string) => UNLIKELY.some((pattern) => pattern.test(written))

/**
 * What a word that the index does not hold may have been meant to be, the likeliest first; candidates are words of the index. With one
 * mistake in a word however short, where the words beside it tell (`isTold`).
 */
export function corrections(asked: QueryWord, candidates: string[], isTold = false): string[] {
  const { written, key, stems } = asked
  // A key has one letter for ий.
  const usual = ALLOWED[key.length + (/[иы]й$/.test(written) ? 1 : 0)] ?? 2
  const likely = isTold ? Math.max(1, usual) : usual
  const isUnsure = key.length < LONG_WORD && !IS_MISSED.test(written)
  const allowed = isUnlikely(written) ? (isUnsure ? 0.7 : Math.min(1, usual)) : likely
  const [open = key, ...openStems] = openForms(asked)
  const terms = [...new Set([key, open, ...stems, ...openStems])].map((term) => ({
    term,
    typed: typedLetters(term),
    ...(term === key || term === open ? UNCUT : cutTo(term)),
  }))
  const lettersTyped = terms.reduce((all, { typed }) => all | lettersOf(typed), 0)
  const lettersSought = terms.reduce((all, { term }) => all | lettersOf(term), 0)
  // Most candidates have letters that nobody typed: they are not held against each term.
  const mayBe = (word: string, letters: string) =>
    leastAdded(lettersOf(letters), lettersTyped) <= allowed ||
    leastAdded(lettersOf(word), lettersSought) <= allowed ||
    terms.some(({ term }) => word.startsWith(term))
  const costOf = (word: string) => {
    const letters = typedLetters(word)
    if (!mayBe(word, letters)) return Number.POSITIVE_INFINITY
    let least = Number.POSITIVE_INFINITY
    for (const sought of terms) {
      const own = cost(sought, word, letters, allowed) + begun(sought.term, word) + leftOf(word, key)
      if (own + sought.bold <= allowed) least = Math.min(least, own + sought.cut)
    }
    return least
  }
  return [...new Set(candidates)]
    .map((word) => ({ word, cost: costOf(word) }))
    .filter(({ cost: least }) => least < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.cost - b.cost || Math.abs(a.word.length - key.length) - Math.abs(b.word.length - key.length))
    .filter(({ cost: least }, _, [best]) => least <= (best?.cost ?? 0) + NEARLY)
    .slice(0, isTold ? MOST_WHERE_TOLD : MOST_CORRECTIONS)
    .map(({ word }) => word)
}

/** Candidates are stems: an ending that was typed after one is no mistake. What is more than `most` is not worked out. */
function cost({ term, typed }: { term: string; typed: string }, word: string, letters: string, most: number): number {
  let least = distance(typed, letters, most)
  if (typed !== term || letters !== word) least = Math.min(least, distance(term, word, Math.min(least, most)))
  if (term.length >= 4 && word.startsWith(term)) return Math.min(least, UNFINISHED)
  if (word.length < LEAST_ENDED) return least
  // A letter may be missed or doubled in what is before the ending.
  for (const length of [word.length - 1, word.length, word.length + 1])
    least = Math.min(least, endedCost(term, length, word, Math.min(least, most)))
  return least
}

function endedCost(term: string, length: number, word: string, most: number): number {
  const ending = term.length - length
  if (ending < 1 || ending > LONGEST_ENDING) return Number.POSITIVE_INFINITY
  const ended = ending * ENDING + (/[aeiou]/.test(term.slice(length)) ? 0 : WRONG_ENDING)
  return ended > most ? Number.POSITIVE_INFINITY : ended + distance(term.slice(0, length), word, most - ended)
}

/** The query with each unknown word replaced; undefined when one of them cannot be. */
export function correctedClauses(must: Clause[], meant: ReadonlyMap<QueryWord, string[]>): Clause[] | undefined {
  const corrected: Clause[] = []
  for (const clause of must) {
    const words = clause.kind === 'word' ? meant.get(clause.word) : undefined
    if (clause.kind !== 'word' || words === undefined) corrected.push(clause)
    else {
      const [key, ...others] = words
      if (key === undefined) return undefined
      corrected.push({ kind: 'word', word: { ...clause.word, key, stems: [key], others, tokens: [] } })
    }
  }
  return corrected
}
