import type { Client, InStatement } from '@libsql/client/http'
import { type Known, knownFacts } from '../../db/catalogue/known-facts.ts'
import { recordCopy, recordOriginal, recordRecord } from '../../db/catalogue/record-record.ts'
import { contentGroup } from '../domain/catalogue/content-group.ts'
import { identityOf, looksLikeTheSameBook } from '../domain/catalogue/identity.ts'
import type { CopyDescription, Description, IncomingRecord } from '../domain/catalogue/record.ts'
import { sortKey } from '../domain/catalogue/text/sort-key.ts'
import { copyBarcode } from '../domain/identifiers.ts'
import { sha256 } from '../sha256.ts'

/** A record as it came, with the bytes it was read from. */
export interface IncomingOriginal {
  incoming: IncomingRecord
  bytes: Uint8Array
  format: string
  encoding: string
  dialect: string
}

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
  const known = await knownFacts(client, { hashes, identities, barcodes })
  const writes: InStatement[] = []
  const outcomes = arriving.map((original) => place(original, known, writes, options))
  if (writes.length > 0) await client.batch(writes, 'write')
  return outcomes
}

type Arriving = IncomingOriginal & { hash: string }

function place(original: Arriving, known: Known, writes: InStatement[], options: TakeInOptions): Outcome {
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
  known.records.set(identity, { id, identity, description })
  const copies = newCopies(incoming, id, match !== undefined, known)
  writes.push(
    ...recordRecord({
      id,
      identity,
      description,
      shelfmark: description.shelfmark ?? incoming.copies.find((copy) => copy.shelfmark)?.shelfmark ?? shelfmarkOf(description),
      contentGroup: contentGroup(description),
      titleSort: sortKey(description.title),
      at,
    }),
    recordOriginal({ ...original, recordId: id, at }),
    ...copies.map((copy) => recordCopy({ ...copy, recordId: id, branchId: branchOf(copy, known, options) })),
  )
  return match ? 'updated' : 'added'
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
