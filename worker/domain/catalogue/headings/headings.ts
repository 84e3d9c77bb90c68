import type { AccessPoint, HeadingKind } from './access-point.ts'
import { mayBeOnePerson, type NameKind, nameBlock, nameKey, takeApart, yearsDiffer } from './name-key.ts'
import { preferredName } from './preferred-name.ts'

/** One person, body or subject, under all the names it goes by. */
export interface Heading {
  id: number
  kind: HeadingKind
  form: NameKind
  label: string
  names: Set<string>
  years?: string
  authority?: string
  /** The form the authority record prefers. */
  established?: string
}

/** The headings near to what arrives; the importer keeps them up to date as it goes. */
export interface Headings {
  near: Map<string, Set<Heading>>
  nextId: number
  changed: Set<Heading>
  merged: Map<Heading, Heading>
  /** Their records have to be indexed anew: a name was added or the label changed. */
  stale: Set<Heading>
}

/** A name seen in more spellings than these says nothing new. */
const MOST_NAMES = 40

export function headings(known: readonly Heading[], nextId: number): Headings {
  const all: Headings = { near: new Map(), nextId, changed: new Set(), merged: new Map(), stale: new Set() }
  for (const heading of known) for (const name of heading.names) place(all, heading, name)
  for (const heading of known) if (heading.authority) placeAt(all, `authority ${heading.authority}`, heading)
  return all
}

/** Where headings that may be meant are kept: in memory, and as `heading_names.block`. */
export function blockOf(kind: HeadingKind, form: NameKind, name: string): string {
  return `${kind} ${nameBlock(name, form)}`
}

/** The heading into which this one was merged, or itself. */
export function current<Thing>(thing: Thing, merged: ReadonlyMap<Thing, Thing>): Thing {
  const into = merged.get(thing)
  return into === undefined ? thing : current(into, merged)
}

/** The heading that is meant, new if there is none, with the names the point adds to it. */
export function takeHeading(point: AccessPoint & { established?: string }, all: Headings): Heading {
  let heading = findHeading(point, all) ?? newHeading(point, all)
  for (const name of point.also) {
    const other = findHeading({ ...point, name }, all)
    if (other && other !== heading && mayMerge(heading, other, name)) heading = merge(other, heading, all)
  }
  for (const name of [point.name, ...point.also]) addName(heading, name, all)
  learn(heading, point, all)
  return heading
}

/** By its authority's number, by the very name, or as the only one the name may stand for. */
function findHeading({ kind, form, name, years, authority }: Omit<AccessPoint, 'also'>, all: Headings): Heading | undefined {
  const [numbered] = (authority && all.near.get(`authority ${authority}`)) || []
  if (numbered) return numbered
  const key = nameKey(name, form)
  const near = [...(all.near.get(blockOf(kind, form, name)) ?? [])].filter((heading) => {
    return !yearsDiffer(heading.years, years) && !isNumberedApart(heading.authority, authority)
  })
  const same = near.filter(({ names }) => [...names].some((other) => nameKey(other, form) === key))
  if (same.length > 0) return same.find((heading) => heading.years !== undefined && years !== undefined) ?? same[0]
  if (form === 'body') return undefined
  const possible = near.filter(({ names }) => {
    const here = [...names].filter((other) => nameBlock(other, form) === nameBlock(name, form))
    return here.every((other) => mayBeOnePerson(other, name))
  })
  return possible.length === 1 ? possible[0] : undefined
}

/** Two numbers in one authority file are two headings. The file is told by the letters a number begins with. */
function isNumberedApart(one: string | undefined, other: string | undefined): boolean {
  const file = (number: string) => /^\p{L}{0,3}/u.exec(number)?.[0]
  return one !== undefined && other !== undefined && one !== other && file(one) === file(other)
}

/** Initials are too little to say that two headings are one. */
function mayMerge(one: Heading, other: Heading, name: string): boolean {
  const spelt = one.form === 'body' || takeApart(name).forenames.some(({ isShort }) => !isShort)
  return spelt && !isNumberedApart(one.authority, other.authority) && !yearsDiffer(one.years, other.years)
}

/** The older heading stays. */
function merge(one: Heading, other: Heading, all: Headings): Heading {
  const [into, from] = one.id < other.id ? [one, other] : [other, one]
  for (const name of from.names) addName(into, name, all)
  learn(into, from, all)
  for (const shelf of all.near.values()) if (shelf.delete(from)) shelf.add(into)
  all.merged.set(from, into)
  all.changed.delete(from)
  all.stale.delete(from)
  all.stale.add(into)
  return into
}

function newHeading({ kind, form, name }: AccessPoint, all: Headings): Heading {
  const heading: Heading = { id: all.nextId++, kind, form, label: name, names: new Set([name]) }
  place(all, heading, name)
  all.changed.add(heading)
  return heading
}

function addName(heading: Heading, name: string, all: Headings): void {
  if (heading.names.has(name) || heading.names.size >= MOST_NAMES) return
  const key = nameKey(name, heading.form)
  const isNews = ![...heading.names].some((other) => nameKey(other, heading.form) === key)
  heading.names.add(name)
  place(all, heading, name)
  all.changed.add(heading)
  if (isNews) all.stale.add(heading)
}

function learn(heading: Heading, { years, authority, established }: Partial<Heading>, all: Headings): void {
  const news = { ...(years && { years }), ...(authority && { authority }), ...(established && { established }), ...definedOf(heading) }
  if (news.years !== heading.years || news.authority !== heading.authority || news.established !== heading.established)
    all.changed.add(heading)
  Object.assign(heading, news)
  if (authority) placeAt(all, `authority ${authority}`, heading)
  const label = preferredName([...heading.names], heading.established)
  if (label === heading.label) return
  heading.label = label
  all.changed.add(heading)
  all.stale.add(heading)
}

function definedOf({ years, authority, established }: Heading) {
  return { ...(years && { years }), ...(authority && { authority }), ...(established && { established }) }
}

function place(all: Headings, heading: Heading, name: string): void {
  placeAt(all, blockOf(heading.kind, heading.form, name), heading)
}

function placeAt({ near }: Headings, shelf: string, heading: Heading): void {
  near.set(shelf, (near.get(shelf) ?? new Set()).add(heading))
}
