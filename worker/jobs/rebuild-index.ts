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
import { collectCompletions } from '../domain/catalogue/suggest/completions.ts'
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

/**
 * Builds the whole index anew from the records: after a migration, a large import, or when it has grown out of its ranges. It is
 * written in its own order: every table and FTS5 itself only append.
 */
export async function rebuildIndex(client: Client, now: Date, onProgress: (records: number) => void = () => undefined): Promise<number> {
  const today = dayOf(now)
  rememberWords(WORDS_REMEMBERED)
  await sortAuthors(client)
  await oneByOne(client, recordEmptyIndex(addDays(today, -DAYS_OF_POPULARITY), addDays(today, -1)))
  const words = new Set<string>()
  const completions = collectCompletions()
  let records = 0
  let written: Promise<unknown> = Promise.resolve()
  const known = await protectWords(client)
  await oneByOne(client, BUILT_AT_ONCE)
  await eachPage(client, await recordsInOrder(client, now), async (facts) => {
    const rows = facts.map((record) => indexRow(record, now, known))
    const statements = recordIndexRows(rows)
    await written
    written = client.batch(statements, 'write')
    for (const row of rows) {
      for (const word of row.entry.words) words.add(word)
      completions.add(row)
    }
    records += facts.length
    onProgress(records)
  })
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

async function eachPage(client: Client, recordIds: number[], work: (facts: IndexFacts[]) => Promise<unknown>): Promise<void> {
  const page = (from: number) => (from < recordIds.length ? ask(client, indexFactsOf(recordIds.slice(from, from + PAGE))) : undefined)
  let next = page(0)
  for (let from = 0; next; from += PAGE) {
    const facts = await next
    next = page(from + PAGE)
    await work(facts)
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
