import type { Client, InStatement } from '@libsql/client/http'
import { namesFacts } from '../../db/catalogue/headings.ts'
import { type Known, knownFacts } from '../../db/catalogue/known-facts.ts'
import { protectedFacts } from '../../db/catalogue/protected-words.ts'
import { forgetIndex, recordIndex } from '../../db/catalogue/record-index.ts'
import { recordFresh, recordNames } from '../../db/catalogue/record-names.ts'
import { recordCopy, recordOriginal, recordRecord } from '../../db/catalogue/record-record.ts'
import { ask, together } from '../../db/client.ts'
import { contentGroup } from '../domain/catalogue/content-group.ts'
import { type Names, nameRecord, variantsIn } from '../domain/catalogue/headings/named-record.ts'
import { identityOf, looksLikeTheSameBook } from '../domain/catalogue/identity.ts'
import { type IndexedRecord, indexEntry } from '../domain/catalogue/index/index-entry.ts'
import { prior } from '../domain/catalogue/index/prior.ts'
import type { CopyDescription, Description, IncomingRecord } from '../domain/catalogue/record.ts'
import { authorSortKey, sortKey } from '../domain/catalogue/text/sort-key.ts'
import { copyBarcode } from '../domain/identifiers.ts'
import { sha256 } from '../sha256.ts'
import { followCompletions } from './follow-completions.ts'
import { refreshIndex } from './rebuild-index.ts'

/** The bytes of a record, and how they were read. */
export interface Original {
  bytes: Uint8Array
  format: string
  encoding: string
  dialect: string
}

export type IncomingOriginal = Original & { incoming: IncomingRecord }

export type Outcome = 'added' | 'updated' | 'unchanged'

export interface TakeInOptions {
  now: Date
  /** Where copies belong whose location names no branch of ours. */
  defaultBranchId: number
}

/** Takes records into the catalogue: one round trip to ask, one to write. An original seen before changes nothing. */
export async function takeIn(client: Client, originals: IncomingOriginal[], options: TakeInOptions): Promise<Outcome[]> {
  const hashes = await Promise.all(originals.map(({ bytes }) => sha256(bytes)))
  const arriving = originals.map((original, index) => ({ ...original, hash: hashes[index] ?? '' }))
  const identities = arriving.flatMap(({ incoming, hash }) => identityOf(incoming, hash))
  const barcodes = arriving.flatMap(({ incoming }) => incoming.copies.flatMap(({ barcode }) => barcode ?? []))
  const described = arriving.map(({ incoming }) => incoming)
  const { known, names, protectedWords } = await ask(
    client,
    together({
      known: knownFacts({ hashes, identities, barcodes }),
      names: namesFacts(described),
      protectedWords: protectedFacts(),
    }),
  )
  const writes: Writes = { records: [], indexed: new Map(), before: new Map() }
  const outcomes = arriving.map((original) => place(original, known, names, writes, options))
  if (writes.indexed.size === 0) return outcomes
  const indexRows = (all: Map<number, Indexed>) =>
    [...all.values()].map((row) => ({
      ...row,
      title: row.description.title,
      entry: indexEntry({ ...row, variants: variantsIn(names, row.id) }, protectedWords),
    }))
  const rows = indexRows(writes.indexed)
  const before = indexRows(writes.before)
  const reindexed = [...writes.before.keys()]
  const index = [...forgetIndex(reindexed), ...recordIndex(rows, before), recordFresh(reindexed)]
  await client.batch([...writes.records, ...recordNames(names), ...index], 'write')
  await followCompletions(client, rows, before)
  if (names.headings.stale.size + names.works.stale.size > 0) await refreshIndex(client, options.now)
  return outcomes
}

type Arriving = IncomingOriginal & { hash: string }
type Indexed = Omit<IndexedRecord, 'variants'> & { titleSort: string; authorSort: string }

interface Writes {
  records: InStatement[]
  indexed: Map<number, Indexed>
  /** As they are in the index already. */
  before: Map<number, Indexed>
}

function place(original: Arriving, known: Known, names: Names, writes: Writes, options: TakeInOptions): Outcome {
  const { incoming, hash } = original
  if (known.hashes.has(hash)) return 'unchanged'
  known.hashes.add(hash)
  const at = options.now.toISOString()
  const [plain, distinct] = identityOf(incoming, hash)
  const same = known.records.get(plain) ?? known.records.get(distinct)
  const match = same && looksLikeTheSameBook(same.description, incoming.description) ? same : undefined
  const id = match?.id ?? known.nextRecordId++
  const identity = match?.identity ?? (known.records.has(plain) ? distinct : plain)
  const { description } = incoming
  const copies = newCopies(incoming, id, match !== undefined, known).map((copy) => ({ ...copy, branchId: branchOf(copy, known, options) }))
  const branches = new Set([...(match?.branches ?? []), ...copies.map(({ branchId }) => branchId)])
  const recordPrior = match?.prior ?? prior(0, 0)
  if (match && !writes.indexed.has(id)) {
    const { branches: own, description: was } = match
    writes.before.set(id, { ...described(was, incoming), id, branches: [...own], prior: recordPrior })
  }
  known.records.set(identity, { id, identity, description, branches, prior: recordPrior })
  const row = { ...described(description, incoming), id, identity, at }
  writes.records.push(
    recordRecord(row),
    recordOriginal({ ...original, recordId: id, at }),
    ...copies.map((copy) => recordCopy({ ...copy, recordId: id })),
  )
  nameRecord(id, incoming, names)
  writes.indexed.set(id, { ...row, branches: [...branches], prior: recordPrior })
  return match ? 'updated' : 'added'
}

/** What the index and the shelf know of a record by its description. */
function described(description: Description, { copies }: IncomingRecord) {
  const titleSort = sortKey(description.title)
  return {
    description,
    shelfmark: description.shelfmark ?? copies.find((copy) => copy.shelfmark)?.shelfmark ?? shelfmarkOf(description),
    contentGroup: contentGroup(description),
    titleSort,
    authorSort: authorSortKey(description.author, titleSort),
  }
}

function shelfmarkOf({ classes, authorMark }: Description): string | undefined {
  const shelving = classes.find(({ scheme }) => scheme === 'bbk') ?? classes[0]
  return shelving && [shelving.value, authorMark].filter(Boolean).join(' / ')
}

function branchOf(copy: CopyDescription, known: Known, { defaultBranchId }: TakeInOptions): number {
  return known.branches.get((copy.location ?? '').toLowerCase()) ?? defaultBranchId
}

function newCopies(incoming: IncomingRecord, recordId: number, isUpdate: boolean, known: Known) {
  const own = known.inventoryNumbers.get(recordId) ?? new Set<string>()
  known.inventoryNumbers.set(recordId, own)
  return incoming.copies.flatMap((copy) => {
    if (copy.barcode && known.barcodes.get(copy.barcode) === recordId) return []
    if (copy.inventoryNumber && own.has(copy.inventoryNumber)) return []
    if (isUpdate && !copy.barcode && !copy.inventoryNumber) return []
    const id = known.nextCopyId++
    const barcode = copy.barcode && !known.barcodes.has(copy.barcode) ? copy.barcode : copyBarcode(id)
    known.barcodes.set(barcode, recordId)
    if (copy.inventoryNumber) own.add(copy.inventoryNumber)
    return [{ ...copy, id, barcode }]
  })
}
