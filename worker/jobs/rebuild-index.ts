import type { Client } from '@libsql/client/http'
import { recordAllNew } from '../../db/catalogue/generation.ts'
import { type IndexFacts, indexFactsOf, listIndexFacts } from '../../db/catalogue/index-facts.ts'
import { protectedFacts } from '../../db/catalogue/protected-words.ts'
import { listUnsorted, OPTIMIZE, recordAuthorSorts, recordEmptyIndex, recordSamples } from '../../db/catalogue/rebuild.ts'
import { forgetIndex, type IndexRow, recordIndex, recordIndexQuietly } from '../../db/catalogue/record-index.ts'
import { listStale, recordFresh } from '../../db/catalogue/record-names.ts'
import { recordCompletions } from '../../db/catalogue/suggestions.ts'
import { ask, together } from '../../db/client.ts'
import { addDays, dayOf, daysBetween } from '../domain/calendar.ts'
import { variantsOf } from '../domain/catalogue/headings/named-record.ts'
import { indexEntry } from '../domain/catalogue/index/index-entry.ts'
import { prior } from '../domain/catalogue/index/prior.ts'
import { type AllCompletions, complete } from '../domain/catalogue/suggest/completions.ts'
import { authorSortKey } from '../domain/catalogue/text/sort-key.ts'
import { followCompletions } from './follow-completions.ts'
import { protectWords } from './protect-words.ts'

const PAGE = 500
/** A record is as wanted as it was in these last years. */
const DAYS_OF_POPULARITY = 3 * 365

/** Builds the whole index anew from the records: after a migration, a large import, or when it has grown out of its ranges. */
export async function rebuildIndex(client: Client, now: Date, onProgress: (records: number) => void = () => undefined): Promise<number> {
  const today = dayOf(now)
  await sortAuthors(client)
  await client.batch(recordEmptyIndex(addDays(today, -DAYS_OF_POPULARITY), addDays(today, -1)), 'write')
  const spelt = new Set<string>()
  const completions: AllCompletions = new Map()
  let records = 0
  let written: Promise<unknown> = Promise.resolve()
  const known = await protectWords(client)
  await eachPage(client, async (facts) => {
    const rows = facts.map((record) => indexRow(record, now, known))
    const statements = recordIndexQuietly(rows, spelt)
    await written
    written = client.batch(statements, 'write')
    for (const { entry, title } of rows) complete(completions, entry, title)
    records += facts.length
    onProgress(records)
  })
  await written
  await client.batch([OPTIMIZE, ...recordSamples(), ...recordCompletions(completions), ...recordAllNew()], 'write')
  return records
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

/** Indexes these records anew, as they stand. */
async function reindex(client: Client, recordIds: number[], now: Date): Promise<void> {
  const rows = await indexRows(client, recordIds, now)
  await client.batch([...forgetIndex(recordIds), ...recordIndex(rows)], 'write')
  await followCompletions(client, rows)
}

/** Puts records whose descriptions are as they were where they now belong. */
export async function moveInIndex(client: Client, recordIds: number[], now: Date): Promise<void> {
  if (recordIds.length === 0) return
  const rows = await indexRows(client, recordIds, now)
  await client.batch([...forgetIndex(recordIds), ...recordIndexQuietly(rows)], 'write')
  await followCompletions(client, rows)
}

type TitledRow = IndexRow & { title: string }

async function indexRows(client: Client, recordIds: number[], now: Date): Promise<TitledRow[]> {
  const { facts, known } = await ask(client, together({ facts: indexFactsOf(recordIds), known: protectedFacts() }))
  return facts.map((record) => indexRow(record, now, known))
}

/** Indexes anew what a heading or a work has learnt another name for. */
export async function refreshIndex(client: Client, now: Date): Promise<void> {
  for (;;) {
    const recordIds = await ask(client, listStale(PAGE))
    if (recordIds.length === 0) return
    await reindex(client, recordIds, now)
    await client.batch([recordFresh(recordIds)], 'write')
  }
}

async function eachPage(client: Client, work: (facts: IndexFacts[]) => Promise<unknown>): Promise<void> {
  let next = ask(client, listIndexFacts(0, PAGE))
  for (;;) {
    const facts = await next
    const last = facts.at(-1)
    if (!last) return
    next = ask(client, listIndexFacts(last.id, PAGE))
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
