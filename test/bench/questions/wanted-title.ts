import type { Random } from '../../../db/seed/random.ts'
import type { InventedCatalogue, InventedTitle } from '../catalogue/invented-catalogue.ts'
import type { Tongue } from '../catalogue/vocabulary.ts'

export interface WantedTitle extends InventedTitle {
  id: number
  /** The telling words of the title, each once. */
  words: string[]
}

interface Wish {
  tongue?: Tongue
  leastWords?: number
  hasAuthor?: boolean
}

/** Any title, as likely as any other, that has what the question needs. */
export function wantedTitle(
  { size, title, vocabularies }: InventedCatalogue,
  random: Random,
  { tongue, leastWords = 1, hasAuthor }: Wish = {},
): WantedTitle {
  for (;;) {
    const id = random.between(1, size)
    const wanted = title(id)
    const small = new Set(vocabularies[wanted.tongue].small)
    const words = [...new Set(wanted.description.title.toLowerCase().split(' '))].filter((word) => word.length > 2 && !small.has(word))
    if (tongue && wanted.tongue !== tongue) continue
    if (words.length < leastWords || (hasAuthor && !wanted.description.author)) continue
    return { ...wanted, id, words }
  }
}

/** Some of the words, in the order of the title. */
export function someWords({ words }: WantedTitle, count: number, random: Random): string[] {
  const chosen = new Set<string>()
  while (chosen.size < Math.min(count, words.length)) chosen.add(words[random.between(0, words.length - 1)] ?? '')
  return words.filter((word) => chosen.has(word))
}
