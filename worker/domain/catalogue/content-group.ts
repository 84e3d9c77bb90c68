import type { Classification, ClassScheme, Description } from './record.ts'

/** The five groups of the national library figures, children's books and the rest. */
type ContentGroup = 'social' | 'natural' | 'technical' | 'art' | 'fiction' | 'children' | 'other'

type Rule = readonly [classes: RegExp, group: ContentGroup]

/** First match wins: the narrow class stands before the wide one. */
const RULES: Record<Exclude<ClassScheme, 'other'>, readonly Rule[]> = {
  bbk: [
    [/^[25]/, 'natural'],
    [/^[34]/, 'technical'],
    [/^(75|85)/, 'art'],
    [/^8[0-4]/, 'fiction'],
    [/^(6|7|8[6-8]|1)/, 'social'],
    [/^92/, 'children'],
  ],
  udc: [
    [/^(?:82|87).*-93/, 'children'],
    [/^(5|61)/, 'natural'],
    [/^(6|004)/, 'technical'],
    [/^7/, 'art'],
    [/^(8|398)/, 'fiction'],
    [/^[1239]/, 'social'],
  ],
  ddc: [
    [/^(\[?E\]?$|j\s?\d)/i, 'children'],
    [/^\[?Fic/i, 'fiction'],
    [/^(5|61)/, 'natural'],
    [/^(6|00[4-6])/, 'technical'],
    [/^7/, 'art'],
    [/^[48]/, 'fiction'],
    [/^[1239]/, 'social'],
  ],
  lcc: [
    [/^PZ/, 'children'],
    [/^(GV|[MN])/, 'art'],
    [/^(G[BC]|[QRW])/, 'natural'],
    [/^[STUV]/, 'technical'],
    [/^P/, 'fiction'],
    [/^[B-HJKL]/, 'social'],
  ],
}

const FOR_CHILDREN = /балалар әдебиеті|детская литература|children's (?:stories|literature|poetry)|juvenile/i
/** The German National Library's subject groups are Dewey's three digits under a name of their own. */
const THREE_DIGITS = /^\d{3}(\.\d+)?$/
const SCHEMES: readonly ClassScheme[] = ['bbk', 'udc', 'ddc', 'lcc', 'other']

/** Where a title is counted, by its class: BBK first, then UDC, DDC, LCC. */
export function contentGroup(description: Description): ContentGroup {
  const { subjects, keywords, classes, kind } = description
  if ([...subjects, ...keywords].some((text) => FOR_CHILDREN.test(text))) return 'children'
  for (const scheme of SCHEMES) {
    for (const given of classes) {
      const group = given.scheme === scheme ? groupOf(given) : undefined
      if (group) return group
    }
  }
  return kind === 'music' || kind === 'sound' ? 'art' : 'other'
}

function groupOf({ scheme, value }: Classification): ContentGroup | undefined {
  const text = value.trim()
  if (scheme === 'other' && !THREE_DIGITS.test(text)) return undefined
  return RULES[scheme === 'other' ? 'ddc' : scheme].find(([classes]) => classes.test(text))?.[1]
}
