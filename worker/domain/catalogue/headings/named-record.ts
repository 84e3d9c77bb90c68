import { NO_VARIANTS, type Variants } from '../index/index-entry.ts'
import type { Description } from '../record.ts'
import { type AccessPoint, pointsOf, subjectsOf } from './access-point.ts'
import { current, type Heading, type Headings, takeHeading } from './headings.ts'
import { nameKey } from './name-key.ts'
import { NOBODY, takeWork, titleKey, type Work, type Works } from './works.ts'

/** What a record is known by. */
interface NamedRecord {
  description: Description
  headings: Heading[]
  work: Work | undefined
}

/** A record before it has headings; what its fields say of names is more than its description does. */
export interface Nameable {
  description: Description
  names?: AccessPoint[]
}

/** The names near to what arrives, and whose they are. */
export interface Names {
  headings: Headings
  works: Works
  records: Map<number, NamedRecord>
}

const MOST_VARIANTS = 12

/** Gives a record its headings and its work. */
export function nameRecord(recordId: number, { description, names: fieldNames }: Nameable, names: Names): void {
  const headings = pointsOf(description, fieldNames).map((point) => takeHeading(point, names.headings))
  const author = description.author === undefined ? undefined : headings.find(({ kind }) => kind === 'author')
  const work = takeWork(description, author ? idsOf(author, names.headings) : [NOBODY], names.works)
  names.records.set(recordId, { description, headings: [...new Set(headings)], work })
}

/** A heading is known by the numbers of those merged into it too. */
function idsOf(heading: Heading, { merged }: Headings): number[] {
  const earlier = [...merged].flatMap(([from]) => (current(from, merged) === heading ? from.id : []))
  return [heading.id, ...earlier]
}

/** The headings and the work of a record, merges since done. */
export function namesIn({ headings, works, records }: Names, recordId: number): Omit<NamedRecord, 'description'> {
  const named = records.get(recordId)
  return {
    headings: [...new Set(named?.headings.map((heading) => current(heading, headings.merged)))],
    work: named?.work && current(named.work, works.merged),
  }
}

/** What other records call the record's people, subjects and work. */
export interface OtherNames {
  authors: { label: string; names: string[] }[]
  subjects: { label: string; names: string[] }[]
  titles: string[]
}

function otherNamesIn(names: Names, recordId: number): OtherNames {
  const { headings, work } = namesIn(names, recordId)
  const of = (kind: Heading['kind']) =>
    headings.filter((heading) => heading.kind === kind).map((heading) => ({ label: heading.label, names: [...heading.names] }))
  return { authors: of('author'), subjects: of('subject'), titles: [...(work?.titles.values() ?? [])].map(({ title }) => title) }
}

export function variantsIn(names: Names, recordId: number): Variants {
  const description = names.records.get(recordId)?.description
  return description ? variantsOf(description, otherNamesIn(names, recordId)) : NO_VARIANTS
}

/** Of the other names, those that the record's own words do not find already. */
export function variantsOf(d: Description, { authors, subjects, titles }: OtherNames): Variants {
  const body = (name: string) => nameKey(name, 'body')
  const own = () => [d.author, ...d.contributors.map(({ name }) => name)].map((name) => body(name ?? ''))
  const namesOf = (headings: { names: string[] }[]) => headings.flatMap(({ names }) => names)
  return {
    authors: authors.map(({ label }) => label),
    subjects: subjects.map(({ label }) => label),
    names: unlike(own, namesOf(authors), body),
    topics: unlike(() => subjectsOf(d).map(body), namesOf(subjects), body),
    titles: unlike(() => [d.title, ...d.parallelTitles].map(titleKey), titles, titleKey),
  }
}

function unlike(own: () => string[], others: string[], keyOf: (text: string) => string): string[] {
  if (others.length === 0) return []
  const seen = new Set(own())
  const unlike: string[] = []
  for (const text of others) {
    const key = keyOf(text)
    if (key === '' || seen.has(key) || unlike.length >= MOST_VARIANTS) continue
    seen.add(key)
    unlike.push(text)
  }
  return unlike
}
