import { indexLetters } from '../index/letters.ts'
import { analyse, spellings } from '../text/analyse.ts'
import type { Typed } from './typed.ts'

/** Whether a word of the text is what was typed last, or begins so. */
export function fits(text: string, readings: readonly Typed[]): boolean {
  const tokens = analyse(text)
  return readings.some(({ words, beginning }) => {
    const last = words.at(-1) ?? []
    return tokens.some((token) =>
      beginning === '' ? spellings(token).some((term) => last.includes(indexLetters(term))) : indexLetters(token.key).startsWith(beginning),
    )
  })
}

/** Of the authors of books those who were meant: a sole author may have been found by another name than the one shown. */
export function authorsMeant(books: readonly string[][], readings: readonly Typed[], most: number): string[] {
  const meant = books.flatMap((authors) => {
    const fitting = authors.filter((name) => fits(name, readings))
    return fitting.length === 0 && authors.length === 1 ? authors : fitting
  })
  return [...new Set(meant)].slice(0, most)
}
