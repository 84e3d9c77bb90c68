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
export function complete(all: AllCompletions, { place, recordId, titleKeys, headings }: IndexEntry, title: string): void {
  const { authors, subjects } = readHeadingRow(headings)
  const first = titleKeys.slice(2, titleKeys.indexOf(' |', 2))
  addText(all, 'titles', prefixesOf(first.split(' ')), [place, recordId, title])
  for (const author of authors) addText(all, 'authors', rememberedPrefixes(author), [place, recordId, author])
  for (const subject of subjects) addText(all, 'subjects', rememberedPrefixes(subject), [place, recordId, subject])
}

function addText(all: AllCompletions, kind: keyof Completions, prefixes: Prefix[], [place, recordId, text]: Completion): void {
  for (const { hash, isInner } of prefixes) {
    const order = isInner ? place + INNER_WORD : place
    const here = all.get(hash) ?? { titles: [], authors: [], subjects: [] }
    const list = here[kind]
    if (list.length === 0) all.set(hash, here)
    else if (list.length >= KEPT[kind] && order >= (list.at(-1)?.[0] ?? 0)) continue
    add(list, [order, recordId, text], KEPT[kind])
  }
}

interface Prefix {
  hash: number
  isInner: boolean
}

const MOST_REMEMBERED = 5_000
const remembered = new Map<string, Prefix[]>()

/** Headings repeat, and are taken apart once. */
function rememberedPrefixes(heading: string): Prefix[] {
  const before = remembered.get(heading)
  if (before) return before
  const prefixes = prefixesOf(analyse(heading).map(({ key }) => indexLetters(key)))
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(heading, prefixes)
  return prefixes
}

/** The first letters of words. */
function prefixesOf(words: string[]): Prefix[] {
  const prefixes = new Map<number, Prefix>()
  for (const [index, word] of words.entries()) {
    if (index > 0 && word.length < LEAST_WORD) continue
    for (let end = 1; end <= Math.min(LONGEST_PREFIX, word.length); end += 1) {
      const hash = prefixHash(word.slice(0, end))
      if (!prefixes.has(hash)) prefixes.set(hash, { hash, isInner: index > 0 })
    }
  }
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
