const cyrillic = 'абвгдежзиклмнопрстуфхчш'
const ascii = 'abvgdejziklmnoprstufhcw'

const FIRST = 'а'.charCodeAt(0)
const letters: (string | undefined)[] = []
for (const [place, letter] of [...cyrillic].entries()) letters[letter.charCodeAt(0) - FIRST] = ascii[place]

/**
 * A key or stem of the text analyser in the letters of the index: one byte each, which halves the index.
 * The letters q and y stay free: they open the tokens of `filter-tokens.ts`, so no word can ever be taken for a filter.
 */
export function indexLetters(key: string): string {
  let out = ''
  for (let place = 0; place < key.length; place += 1) out += letters[key.charCodeAt(place) - FIRST] ?? key.charAt(place)
  return out
}
