import { readHeadingRow } from '../index/facet-row.ts'
import { hash32 } from '../index/hash.ts'
import type { IndexEntry } from '../index/index-entry.ts'
import { indexLetters } from '../index/letters.ts'
import { analyse } from '../text/analyse.ts'

/** A title, an author or a subject that a reader may be about to type. */
export type Completion = [place: number, recordId: number, text: string]

/** The most wanted that begin with the same letters. */
export interface Completions {
  titles: Completion[]
  authors: Completion[]
  subjects: Completion[]
}

/** As many of each are kept. */
const KEPT: Record<keyof Completions, number> = { titles: 6, authors: 4, subjects: 3 }
/** Longer beginnings are looked up in the index itself. */
export const LONGEST_PREFIX = 3
const LEAST_WORD = 3
/** What begins so in the middle comes after all that begins so. */
const INNER_WORD = 2 ** 40

export const prefixHash = (prefix: string) => hash32(prefix)

export type AllCompletions = Map<number, Completions>

/** Adds what a record may be found by. */
export function complete(all: AllCompletions, { place, recordId, headings }: IndexEntry, title: string): void {
  const { authors, subjects } = readHeadingRow(headings)
  addText(all, 'titles', [place, recordId, title])
  for (const author of authors) addText(all, 'authors', [place, recordId, author])
  for (const subject of subjects) addText(all, 'subjects', [place, recordId, subject])
}

function addText(all: AllCompletions, kind: keyof Completions, [place, recordId, text]: Completion): void {
  for (const { hash, isInner } of prefixesOf(text)) {
    const here = all.get(hash) ?? { titles: [], authors: [], subjects: [] }
    all.set(hash, here)
    add(here[kind], [isInner ? place + INNER_WORD : place, recordId, text], KEPT[kind])
  }
}

interface Prefix {
  hash: number
  isInner: boolean
}

const MOST_REMEMBERED = 5_000
const remembered = new Map<string, Prefix[]>()

/** The first letters of the words of a text; headings repeat, and are taken apart once. */
function prefixesOf(text: string): Prefix[] {
  const before = remembered.get(text)
  if (before) return before
  const prefixes = new Map<number, Prefix>()
  for (const [index, { key }] of analyse(text).entries()) {
    const word = indexLetters(key)
    if (index > 0 && word.length < LEAST_WORD) continue
    for (let end = 1; end <= Math.min(LONGEST_PREFIX, word.length); end += 1) {
      const hash = prefixHash(word.slice(0, end))
      if (!prefixes.has(hash)) prefixes.set(hash, { hash, isInner: index > 0 })
    }
  }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(text, [...prefixes.values()])
  return [...prefixes.values()]
}

function add(list: Completion[], completion: Completion, kept: number): void {
  const last = list.at(-1)
  if (list.length >= kept && last && last[0] <= completion[0]) return
  const same = list.findIndex(([, , text]) => text.toLowerCase() === completion[2].toLowerCase())
  if (same >= 0) {
    if ((list[same]?.[0] ?? 0) <= completion[0]) return
    list.splice(same, 1)
  }
  const before = list.findIndex(([place]) => place > completion[0])
  list.splice(before < 0 ? list.length : before, 0, completion)
  if (list.length > kept) list.pop()
}

/** What was known before with what is new; a record that was known is as it is now. */
export function merged(before: Completions, now: Completions, changed: ReadonlySet<number>): Completions {
  const both = (kind: keyof Completions) => {
    const list = before[kind].filter(([, recordId]) => !changed.has(recordId))
    for (const completion of now[kind]) add(list, completion, KEPT[kind])
    return list
  }
  return { titles: both('titles'), authors: both('authors'), subjects: both('subjects') }
}
