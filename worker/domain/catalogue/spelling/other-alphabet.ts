import { matchOf } from '../query/match.ts'
import { parseQuery } from '../query/parse-query.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import type { Respaced } from './spacing.ts'

/**
 * Letters that Kazakh Latin reads differently from those who write Russian as Czechs, Poles and Germans do, names as the English, and ң
 * as ng: as these mean them.
 */
const ELSEWHERE: readonly (readonly [RegExp, string])[][] = [
  [[/j/gi, 'y']],
  [[/w/gi, 'v']],
  [
    [/j/gi, 'y'],
    [/w/gi, 'v'],
  ],
  [
    [/x/gi, 'ks'],
    [/ck|c(?![hiey])/gi, 'k'],
    [/c(?=[iey])/gi, 's'],
    [/ph/gi, 'f'],
    [/th/gi, 't'],
    [/iev(?=a?\b)/gi, 'ev'],
  ],
  [[/ng/gi, 'n']],
]
const MAY_BE_ELSEWHERE = /[jwxc]|[pt]h|ng|iev/i

/** A question in Latin letters read so: `gorkaja linija` is gorkaya liniya. */
export function inOtherAlphabet(query: SearchQuery): (Respaced & { match: string })[] {
  const { asked } = query
  if (!MAY_BE_ELSEWHERE.test(asked) || /[^\p{ASCII}]|[+#]/u.test(asked)) return []
  const readings = ELSEWHERE.map((letters) => letters.reduce((text, [letter, other]) => text.replace(letter, other), asked))
  return [...new Set(readings)]
    .filter((typed) => typed !== asked)
    .map((typed) => ({ typed, words: [{ from: asked, to: typed }], match: matchOf(parseQuery(typed), filterGroups(query)) }))
}
