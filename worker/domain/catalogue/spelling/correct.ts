import type { Clause, QueryWord } from '../query/clause.ts'
import { openForms, typedLetters } from './deletions.ts'
import { distance } from './distance.ts'

const MOST_CORRECTIONS = 4
const MOST_WHERE_TOLD = 16
/** A word half typed is further from its whole than from a mistake, but likelier. */
const UNFINISHED = 0.9
const LONGEST_ENDING = 4
/** That a word was cut to its stem is a guess too, and a bold one when little is left. */
const cutTo = (stem: string) => (stem.length < 4 ? 1 : 0.3)
const ENDING = 0.3
/** The first letter is mostly right. */
const begun = (term: string, word: string) => (term.charAt(0) === word.charAt(0) ? 0 : 0.4)
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
export const isUnlikely = (written: string) => UNLIKELY.some((pattern) => pattern.test(written))

/**
 * What a word that the index does not hold may have been meant to be, the likeliest first; candidates are words of the index. With one
 * mistake in a word however short, where the words beside it tell (`isTold`).
 */
export function corrections(asked: QueryWord, candidates: string[], isTold = false): string[] {
  const { written, key, stems } = asked
  const usual = ALLOWED[key.length] ?? 2
  const likely = isTold ? Math.max(1, usual) : usual
  const allowed = isUnlikely(written) ? (key.length < LONG_WORD ? 0.7 : Math.min(1, usual)) : likely
  const [open = key, ...openStems] = openForms(asked)
  const terms = [...new Set([key, open, ...stems, ...openStems])].map((term) => ({
    term,
    typed: typedLetters(term),
    cut: term === key || term === open ? 0 : cutTo(term),
  }))
  const costOf = (word: string) => {
    const letters = typedLetters(word)
    return Math.min(...terms.map((sought) => cost(sought, word, letters, allowed) + begun(sought.term, word) + sought.cut))
  }
  return [...new Set(candidates)]
    .map((word) => ({ word, cost: costOf(word) }))
    .filter(({ cost: least }) => least <= allowed)
    .sort((a, b) => a.cost - b.cost || Math.abs(a.word.length - key.length) - Math.abs(b.word.length - key.length))
    .filter(({ cost: least }, _, [best]) => least <= (best?.cost ?? 0) + NEARLY)
    .slice(0, isTold ? MOST_WHERE_TOLD : MOST_CORRECTIONS)
    .map(({ word }) => word)
}

/** Candidates are stems: an ending that was typed after one is no mistake. What is more than `most` is not worked out. */
function cost({ term, typed }: { term: string; typed: string }, word: string, letters: string, most: number): number {
  const asTyped = distance(typed, letters, most)
  const whole = typed === term && letters === word ? asTyped : Math.min(asTyped, distance(term, word, most))
  if (term.length >= 4 && word.startsWith(term)) return Math.min(whole, UNFINISHED)
  const ending = term.length - word.length
  const isEnded = ending > 1 && ending <= LONGEST_ENDING && word.length >= 5 && /[aeiou]/.test(term.slice(word.length))
  return isEnded ? Math.min(whole, distance(term.slice(0, word.length), word, most) + ending * ENDING) : whole
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
