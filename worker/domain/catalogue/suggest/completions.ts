import { eachBeginning, hash32 } from '../index/hash.ts'
import type { IndexEntry } from '../index/index-entry.ts'
import { indexedTokens } from '../index/indexed-token.ts'

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
/** Whatever begins with so few letters is kept; of longer beginnings only what many records share. */
export const SHORT_BEGINNING = 3
const LEAST_WORD = 3
/** What begins so in the middle comes after all that begins so. */
const INNER_WORD = 2 ** 40

export const beginningHash = (beginning: string) => hash32(beginning)

export type AllCompletions = Map<number, Completions>

export interface Completed {
  entry: Pick<IndexEntry, 'place' | 'recordId' | 'titleKeys' | 'authors' | 'subjects'>
  title: string
}

/** The longer beginnings that are kept: of a word that begins so, the shorter ones are too. */
interface Shared {
  has(hash: number): boolean
}

/** Beginnings of which nothing that comes later can be more wanted. */
type Closed = Record<keyof Completions, Set<number>>

/** Adds what a record may be found by; beginnings are closed where records come in the order of the index. */
export function complete(all: AllCompletions, { entry, title }: Completed, shared: Shared, closed?: Closed): void {
  const { place, recordId, titleKeys, authors, subjects } = entry
  const addText = (kind: keyof Completions, text: string, beginnings: Beginning[]) =>
    addCompletion(all, kind, beginnings, [place, recordId, text], closed?.[kind])
  addText('titles', title, beginningsIn(mainTitle(titleKeys), shared))
  for (const author of authors) addText('authors', author, rememberedBeginnings(author, shared))
  for (const subject of subjects) addText('subjects', subject, rememberedBeginnings(subject, shared))
}

function addCompletion(
  all: AllCompletions,
  kind: keyof Completions,
  beginnings: Beginning[],
  [place, recordId, text]: Completion,
  closed: Set<number> | undefined,
): void {
  for (const { hash, isInner } of beginnings) {
    if (closed?.has(hash)) continue
    const order = isInner ? place + INNER_WORD : place
    const here = all.get(hash) ?? { titles: [], authors: [], subjects: [] }
    const list = here[kind]
    if (list.length === 0) all.set(hash, here)
    else if (list.length >= KEPT[kind] && order >= (list.at(-1)?.[0] ?? 0)) continue
    add(list, [order, recordId, text], KEPT[kind])
    if (list.length === KEPT[kind] && (list.at(-1)?.[0] ?? INNER_WORD) < INNER_WORD) closed?.add(hash)
  }
}

const EVERY: Shared = { has: () => true }

/** In how many of these records each beginning stands. */
export function beginningsOf(records: readonly Completed[]): { short: Map<number, number>; long: Map<number, number> } {
  const counted = { short: new Map<number, number>(), long: new Map<number, number>() }
  for (const { entry } of records) {
    const texts = [mainTitle(entry.titleKeys), ...[...entry.authors, ...entry.subjects].map(wordsOf)]
    const ofRecord = new Map(texts.flatMap((words) => beginningsIn(words, EVERY).map(({ hash, isLong }) => [hash, isLong])))
    for (const [hash, isLong] of ofRecord) {
      const counts = isLong ? counted.long : counted.short
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
    }
  }
  return counted
}

/** Of so many records, the most wanted, the words are counted; with fewer in all, the index itself is soon asked. */
const COUNTED = 5_000
/** The words that begin so are put together anew for each question: dear where they stand in more records than one of so many. */
const SHARED_BY_ONE_OF = 100

/** The completions of a whole catalogue, whose records come in the order of the index. */
export function collectCompletions() {
  const all: AllCompletions = new Map()
  const closed: Closed = { titles: new Set(), authors: new Set(), subjects: new Set() }
  let shared: Shared = new Set()
  let counted: Completed[] | undefined = []

  function endCount(): void {
    for (const record of counted ?? []) complete(all, record, shared, closed)
    counted = undefined
  }

  return {
    add(record: Completed): void {
      if (counted === undefined) complete(all, record, shared, closed)
      else if (counted.push(record) === COUNTED) {
        const { long } = beginningsOf(counted)
        shared = new Set([...long].filter(([, records]) => records * SHARED_BY_ONE_OF >= COUNTED).map(([hash]) => hash))
        endCount()
      }
    },
    end(): AllCompletions {
      endCount()
      return all
    },
  }
}

interface Beginning {
  hash: number
  /** Not of the first word. */
  isInner: boolean
  isLong: boolean
}

const mainTitle = (titleKeys: string) => titleKeys.slice(2, titleKeys.indexOf(' |', 2)).split(' ')
const wordsOf = (heading: string) => indexedTokens(heading).map(({ key }) => key)

const MOST_REMEMBERED = 5_000
const remembered = new Map<string, Beginning[]>()
let rememberedFor: Shared | undefined

/** Headings repeat, and are taken apart once. */
function rememberedBeginnings(heading: string, shared: Shared): Beginning[] {
  if (remembered.size >= MOST_REMEMBERED || rememberedFor !== shared) remembered.clear()
  rememberedFor = shared
  const before = remembered.get(heading)
  if (before) return before
  const beginnings = beginningsIn(wordsOf(heading), shared)
  remembered.set(heading, beginnings)
  return beginnings
}

/** The first letters of words: a few of each, and more of them where these are kept. */
function beginningsIn(words: string[], shared: Shared): Beginning[] {
  const beginnings = new Map<number, Beginning>()
  for (const [index, word] of words.entries()) {
    if (index > 0 && word.length < LEAST_WORD) continue
    eachBeginning(word, (hash, length) => {
      const isLong = length > SHORT_BEGINNING
      if (isLong && !shared.has(hash)) return false
      if (!beginnings.has(hash)) beginnings.set(hash, { hash, isInner: index > 0, isLong })
      return true
    })
  }
  return [...beginnings.values()]
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
