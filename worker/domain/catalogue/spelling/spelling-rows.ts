import { deletions, isCorrectable } from './deletions.ts'

const WORDS = 2 ** 21

/** Words by their deletions, in the order of the hashes; between spaces, the first words first, and not much longer than `longest`. */
export function spellingRows(words: Iterable<string>, longest: number): [hash: number, words: string][] {
  const all = [...new Set(words)].filter(isCorrectable).slice(0, WORDS)
  const pairs = Float64Array.from(all.flatMap((word, place) => deletions(word).map((hash) => hash * WORDS + place))).sort()
  const rows: [number, string][] = []
  for (const pair of pairs) {
    const hash = Math.floor(pair / WORDS)
    const word = all[pair % WORDS] ?? ''
    const last = rows.at(-1)
    if (last?.[0] !== hash) rows.push([hash, ` ${word} `])
    else if (last[1].length < longest) last[1] += `${word} `
  }
  return rows
}
