const cyrillic = 'абвгдежзиклмнопрстуфхчш'
const ascii = 'abvgdejziklmnoprstufhcw'

const letters = new Map([...cyrillic].map((letter, place) => [letter, ascii[place] ?? letter]))

/**
 * A key or stem of the text analyser in the letters of the index: one byte each, which halves the index.
 * The letters q and y stay free: they open the tokens of `filter-tokens.ts`, so no word can ever be taken for a filter.
 */
export function indexLetters(key: string): string {
  let out = ''
  for (const letter of key) out += letters.get(letter) ?? letter
  return out
}
