import type { Description } from '../record.ts'
import { keyOf } from '../text/fold.ts'
import { tokenise } from '../text/tokenise.ts'

/** What an author wrote, under all the titles it was published by: «Абай жолы», «Путь Абая», «Vor Tau und Tag». */
export interface Work {
  id: number
  /** By title key and author. */
  titles: Map<string, WorkTitle>
}

export interface WorkTitle {
  key: string
  headingId: number
  title: string
}

/** The works near to what arrives; the importer keeps them up to date as it goes. */
export interface Works {
  near: Map<string, Work>
  nextId: number
  changed: Set<Work>
  merged: Map<Work, Work>
  /** Their records have to be indexed anew: a title was added. */
  stale: Set<Work>
}

/** The headingId of a work whose author nobody names. */
export const NOBODY = 0
const LONGEST_KEY = 200
const MOST_TITLES = 30

export function works(known: readonly (WorkTitle & { workId: number })[], nextId: number): Works {
  const all: Works = { near: new Map(), nextId, changed: new Set(), merged: new Map(), stale: new Set() }
  const byId = new Map<number, Work>()
  for (const { workId, ...title } of known) {
    const work = byId.get(workId) ?? { id: workId, titles: new Map() }
    byId.set(workId, work)
    work.titles.set(placeOf(title), title)
    all.near.set(placeOf(title), work)
  }
  return all
}

export function titleKey(title: string): string {
  return tokenise(title)
    .map(({ parts }) => parts.map(keyOf).join(''))
    .join(' ')
    .slice(0, LONGEST_KEY)
}

const placeOf = ({ key, headingId }: Omit<WorkTitle, 'title'>) => `${headingId} ${key}`

/**
 * The work a record is an edition of; none for one that could be anything: a periodical, a nameless «Сборник».
 * The author is known by one number or, after a merger of headings, by several; the first is kept.
 */
export function takeWork(description: Description, headingIds: readonly number[], all: Works): Work | undefined {
  const titles = titlesOf(description, headingIds[0] ?? NOBODY)
  if (titles.length === 0) return undefined
  const places = headingIds.flatMap((headingId) => titles.map(({ key }) => placeOf({ key, headingId })))
  const found = [...new Set(places.flatMap((place) => all.near.get(place) ?? []))].sort((a, b) => a.id - b.id)
  const work = found[0] ?? newWork(all)
  for (const other of found.slice(1)) merge(other, work, all)
  for (const title of titles) addTitle(work, title, all)
  if (found.length === 0) all.stale.delete(work)
  return work
}

/** Every title under which the record's work may be known. */
function titlesOf({ title, kind, otherTitles = [] }: Description, headingId: number): WorkTitle[] {
  const key = titleKey(title)
  const isTelling = headingId !== NOBODY || otherTitles.length > 0 || key.includes(' ')
  if (key === '' || !isTelling || kind === 'serial' || kind === 'article') return []
  const others = otherTitles.map((other) => ({ key: titleKey(other.title), headingId, title: other.title }))
  return [{ key, headingId, title }, ...others.filter((other) => other.key !== '' && other.key !== key)]
}

function newWork(all: Works): Work {
  const work: Work = { id: all.nextId++, titles: new Map() }
  all.changed.add(work)
  return work
}

function merge(from: Work, into: Work, all: Works): void {
  for (const title of from.titles.values()) addTitle(into, title, all)
  all.merged.set(from, into)
  all.changed.delete(from)
  all.stale.delete(from)
  all.stale.add(into)
}

function addTitle(work: Work, title: WorkTitle, all: Works): void {
  const place = placeOf(title)
  all.near.set(place, work)
  if (work.titles.has(place) || work.titles.size >= MOST_TITLES) return
  work.titles.set(place, title)
  all.changed.add(work)
  all.stale.add(work)
}
