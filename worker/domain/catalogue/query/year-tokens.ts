import { decadeToken, yearToken } from '../index/filter-tokens.ts'

const FIRST = 1000
const LAST = 2109

/** The tokens of `1998`, `1990-2000` (with blanks or without), `1990-` and `-1990`, of which any will do; undefined when it is no year. */
export function yearTokens(text: string): string[] | undefined {
  const single = /^\d{3,4}$/.exec(text)
  if (single) return [yearToken(Number(text))]
  const range = /^(\d{3,4})?\s*(?:[-‐‑–—]|\.\.)\s*(\d{3,4})?$/.exec(text)
  if (!range || (range[1] === undefined && range[2] === undefined)) return undefined
  const ends = [Number(range[1] ?? FIRST), Number(range[2] ?? LAST)]
  const from = Math.max(Math.min(...ends), FIRST)
  const to = Math.min(Math.max(...ends), LAST)
  const tokens: string[] = []
  for (let year = from; year <= to; ) {
    const isDecade = year % 10 === 0 && year + 9 <= to
    tokens.push(isDecade ? decadeToken(year) : yearToken(year))
    year += isDecade ? 10 : 1
  }
  return tokens.length > 0 ? tokens : [yearToken(from)]
}
