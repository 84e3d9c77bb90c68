import { closeKey } from '../text/fold.ts'
import { kazakhStem } from '../text/kazakh-stem.ts'
import { wordsToProtect } from '../text/protected-words.ts'

const MOST_PROTECTED = 5_000

/** The words of the headings that the stemmer would cut wrongly, the most used first; folded. */
export function worthProtecting(headings: Iterable<{ label: string; records: number }>): string[] {
  const uses = new Map<string, number>()
  for (const { label, records } of headings) {
    if (!/\p{Script=Cyrillic}/u.test(label)) continue
    for (const word of wordsToProtect(label)) {
      if (/^[а-я]+$/.test(word) && isCut(word)) uses.set(word, (uses.get(word) ?? 0) + records)
    }
  }
  return [...uses]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_PROTECTED)
    .map(([word]) => word)
}

/** One ending for every final sound: with some of them the word makes no form, and that does no harm. */
const ENDINGS = ['', 'и', 'нин', 'дин', 'тин', 'га', 'ге', 'да', 'де', 'та', 'те', 'лар', 'лер', 'дар', 'дер', 'тар', 'тер']

/** More than the ending comes off. */
function isCut(word: string): boolean {
  const length = closeKey(word).length
  return ENDINGS.some((ending) => kazakhStem(word + ending).length < length)
}
