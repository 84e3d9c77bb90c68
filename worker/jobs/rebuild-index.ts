import type { Client, InStatement } from '@libsql/client/http'
import { recordAllNew } from '../../db/catalogue/generation.ts'
import { type IndexFacts, indexFactsOf, listPlaceFacts } from '../../db/catalogue/index-facts.ts'
import { protectedFacts } from '../../db/catalogue/protected-words.ts'
import { BUILT_AT_ONCE, listUnsorted, mergedIndex, recordAuthorSorts, recordEmptyIndex, recordSamples } from '../../db/catalogue/rebuild.ts'
import { forgetIndex, type IndexRow, recordIndex, recordIndexQuietly, recordIndexRows } from '../../db/catalogue/record-index.ts'
import { listStale, recordFresh } from '../../db/catalogue/record-names.ts'
import { recordAllSpellings } from '../../db/catalogue/spelling.ts'
import { recordCompletions } from '../../db/catalogue/suggestions.ts'
import { ask, together } from '../../db/client.ts'
import { addDays, dayOf, daysBetween } from '../domain/calendar.ts'
import { variantsOf } from '../domain/catalogue/headings/named-record.ts'
import { indexEntry } from '../domain/catalogue/index/index-entry.ts'
import { placeOf, prior, recordOfPlace } from '../domain/catalogue/index/prior.ts'
import { type Completed, collectCompletions } from '../domain/catalogue/suggest/completions.ts'
import { rememberWords } from '../domain/catalogue/text/analyse.ts'
import { authorSortKey } from '../domain/catalogue/text/sort-key.ts'
import { followCompletions } from './follow-completions.ts'
import { protectWords } from './protect-words.ts'

const PAGE = 1_000
const PLACES_A_PAGE = 20_000
/** Of a building that runs in Node: about 150 MB. */
const WORDS_REMEMBERED = 200_000
/** A record is as wanted as it was in these last years. */
const DAYS_OF_POPULARITY = 3 * 365

/** What some records add to the index, worked out before it is written. */
export interface IndexPage {
  statements: InStatement[]
  /** That the earlier pages of the same hand did not have. */
  words: string[]
  /** In the order of the index. */
  completed: Completed[]
}

/** Who works the pages out: `ahead` is how many are begun while one is written. */
export interface PageMaking {
  ahead: number
  make(recordIds: number[]): Promise<IndexPage>
}

interface Building {
  onProgress?: (records: number) => void
  /** By default the pages are worked out here; the protected words stand in the database before the first is asked for. */
  making?: PageMaking
}

/**
 * Builds the whole index anew from the records: after a migration, a large import, or when it has grown out of its ranges. It is
 * written in its own order: every table and FTS5 itself only append.
 */
export async function rebuildIndex(client: Client, now: Date, { onProgress, making }: Building = {}): Promise<number> {
  const today = dayOf(now)
  await sortAuthors(client)
  await oneByOne(client, recordEmptyIndex(addDays(today, -DAYS_OF_POPULARITY), addDays(today, -1)))
  const words = new Set<string>()
  const completions = collectCompletions()
  let records = 0
  let written: Promise<unknown> = Promise.resolve()
  const known = await protectWords(client)
  await oneByOne(client, BUILT_AT_ONCE)
  for await (const page of pagesOf(await recordsInOrder(client, now), making ?? { ahead: 1, make: pageMaker(client, now, known) })) {
    await written
    written = client.batch(page.statements, 'write')
    written.catch(() => undefined)
    for (const word of page.words) words.add(word)
    for (const record of page.completed) completions.add(record)
    records += page.completed.length
    onProgress?.(records)
  }
  await written
  const merging = await ask(client, mergedIndex())
  await oneByOne(client, [...recordAllSpellings(words), ...merging, ...recordSamples(), ...recordCompletions(completions.end())])
  await client.batch(recordAllNew(), 'write')
  return records
}

/** Together they would take longer than a transaction may last. */
async function oneByOne(client: Client, statements: InStatement[]): Promise<void> {
  for (const statement of statements) await client.batch([statement], 'write')
}

/** The records in the order in which the index holds them. */
async function recordsInOrder(client: Client, now: Date): Promise<number[]> {
  const places: number[] = []
  for (let last = 0; ; ) {
    const page = await ask(client, listPlaceFacts(last, PLACES_A_PAGE))
    if (page.length === 0) return [...Float64Array.from(places).sort()].map(recordOfPlace)
    last = page.at(-1)?.id ?? last
    for (const { id, loans, addedAt } of page) places.push(placeOf(prior(loans, ageOf(addedAt, now)), id))
  }
}

async function sortAuthors(client: Client): Promise<void> {
  for (let last = 0; ; ) {
    const records = await ask(client, listUnsorted(last, PAGE))
    if (records.length === 0) return
    last = records.at(-1)?.id ?? last
    const sorts = records.map(({ id, author, titleSort }): [number, string] => [id, authorSortKey(author, titleSort)])
    await client.batch([recordAuthorSorts(sorts)], 'write')
  }
}

/** Indexes these records anew, as they stand. Other branches had copies of them before. */
async function reindex(client: Client, recordIds: number[], now: Date): Promise<void> {
  const { facts, rowOf } = await indexFacts(client, recordIds, now)
  const rows = facts.map(rowOf)
  const left = facts.filter(({ formerBranches }) => formerBranches.length > 0)
  const before = left.map((record) => rowOf({ ...record, branches: record.formerBranches }))
  await client.batch([...forgetIndex(recordIds), ...recordIndex(rows, before), recordFresh(recordIds)], 'write')
  await followCompletions(client, rows)
}

/** Puts records whose descriptions are as they were where they now belong. */
export async function moveInIndex(client: Client, recordIds: number[], now: Date): Promise<void> {
  if (recordIds.length === 0) return
  const { facts, rowOf } = await indexFacts(client, recordIds, now)
  const rows = facts.map(rowOf)
  await client.batch([...forgetIndex(recordIds), ...recordIndexQuietly(rows)], 'write')
  await followCompletions(client, rows)
}

type TitledRow = IndexRow & { title: string }

async function indexFacts(client: Client, recordIds: number[], now: Date) {
  const { facts, known } = await ask(client, together({ facts: indexFactsOf(recordIds), known: protectedFacts() }))
  return { facts, rowOf: (record: IndexFacts) => indexRow(record, now, known) }
}

/** Indexes anew what a heading or a work has learnt another name for, or what has come to a branch or left it. */
export async function refreshIndex(client: Client, now: Date): Promise<void> {
  while (await refreshSome(client, now, PAGE));
}

/** So many of them at most; answers whether there were any. */
export async function refreshSome(client: Client, now: Date, most: number): Promise<boolean> {
  const recordIds = await ask(client, listStale(most))
  if (recordIds.length === 0) return false
  await reindex(client, recordIds, now)
  return true
}

/** Works out page after page of records, each of which is given once. */
export function pageMaker(client: Client, now: Date, known: ReadonlySet<string>): PageMaking['make'] {
  rememberWords(WORDS_REMEMBERED)
  const told = new Set<string>()
  let before: Promise<unknown> = Promise.resolve()
  return (recordIds) => {
    const asked = ask(client, indexFactsOf(recordIds))
    asked.catch(() => undefined)
    // What was asked for first may be answered last.
    const page = before.then(() => asked).then(pageOf)
    before = page.catch(() => undefined)
    return page
  }

  function pageOf(facts: IndexFacts[]): IndexPage {
    const rows = facts.map((record) => indexRow(record, now, known)).sort((a, b) => a.entry.place - b.entry.place)
    const words = [...new Set(rows.flatMap(({ entry }) => entry.words))].filter((word) => !told.has(word))
    for (const word of words) told.add(word)
    const completed = rows.map(({ title, entry: { place, recordId, titleKeys, authors, subjects } }) => ({
      title,
      entry: { place, recordId, titleKeys, authors, subjects },
    }))
    return { statements: recordIndexRows(rows), words, completed }
  }
}

/** The pages in the order of the records. */
async function* pagesOf(recordIds: number[], { ahead, make }: PageMaking): AsyncGenerator<IndexPage> {
  const begun: Promise<IndexPage>[] = []
  for (let from = 0; from < recordIds.length || begun.length > 0; from += PAGE) {
    if (from < recordIds.length) {
      const page = make(recordIds.slice(from, from + PAGE))
      // Its turn may come after another has failed.
      page.catch(() => undefined)
      begun.push(page)
    }
    if (begun.length <= ahead && from + PAGE < recordIds.length) continue
    const first = begun.shift()
    if (first) yield await first
  }
}

function indexRow(facts: IndexFacts, now: Date, known: ReadonlySet<string>): TitledRow {
  const { loans, addedAt, titleSort, authorSort, description, otherNames } = facts
  const variants = variantsOf(description, otherNames)
  return {
    title: description.title,
    titleSort,
    authorSort,
    entry: indexEntry({ ...facts, prior: prior(loans, ageOf(addedAt, now)), variants }, known),
  }
}

/** Days since a record was added. */
export function ageOf(addedAt: string, now: Date): number {
  return addedAt === '' ? Number.POSITIVE_INFINITY : daysBetween(addedAt.slice(0, 10), now.toISOString().slice(0, 10))
}
