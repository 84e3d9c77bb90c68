import type { ResultSet } from '@libsql/client/http'
import { priorOfPlace } from '../../worker/domain/catalogue/index/prior.ts'
import type { Description } from '../../worker/domain/catalogue/record.ts'
import type { Question } from '../client.ts'
import { numbersIn } from './index-facts.ts'

/** What the catalogue already knows of the records that arrive; the importer keeps it up to date as it goes. */
export interface Known {
  hashes: Set<string>
  records: Map<string, KnownRecord>
  /** Barcode to the record that owns it. */
  barcodes: Map<string, number>
  inventoryNumbers: Map<number, Set<string>>
  /** Branch code and names, lower case, to the branch. */
  branches: Map<string, number>
  nextRecordId: number
  nextCopyId: number
}

interface KnownRecord {
  id: number
  identity: string
  description: Description
  /** Branches that have a copy of it. */
  branches: Set<number>
  /** Its prior in the index; none when it is not indexed yet. */
  prior: number | undefined
}

interface Arriving {
  hashes: string[]
  identities: string[]
  barcodes: string[]
}

export function knownFacts({ hashes, identities, barcodes }: Arriving): Question<Known> {
  const named = JSON.stringify(identities)
  return {
    statements: [
      { sql: 'SELECT hash FROM record_originals WHERE hash IN (SELECT value FROM json_each(?))', args: [JSON.stringify(hashes)] },
      {
        sql: `SELECT r.id, r.identity, r.description, i.place, (SELECT group_concat(s.branch_id) FROM stock s WHERE s.record_id = r.id AND s.copies > 0) AS branches
              FROM records r LEFT JOIN index_lines i ON i.record_id = r.id WHERE r.identity IN (SELECT value FROM json_each(?))`,
        args: [named],
      },
      { sql: 'SELECT barcode, record_id FROM copies WHERE barcode IN (SELECT value FROM json_each(?))', args: [JSON.stringify(barcodes)] },
      {
        sql: `SELECT record_id, inventory_number FROM copies WHERE inventory_number IS NOT NULL AND record_id IN
              (SELECT id FROM records WHERE identity IN (SELECT value FROM json_each(?)))`,
        args: [named],
      },
      'SELECT id, code, name_kk, name_ru FROM branches',
      'SELECT (SELECT coalesce(max(id), 0) FROM records) AS record_id, (SELECT coalesce(max(id), 0) FROM copies) AS copy_id',
    ],
    read: knownOf,
  }
}

function knownOf(results: ResultSet[]): Known {
  const [originals, records, copies, numbered, branches, ids] = results
  const inventoryNumbers = new Map<number, Set<string>>()
  for (const { record_id, inventory_number } of numbered?.rows ?? []) {
    const own = inventoryNumbers.get(Number(record_id)) ?? new Set<string>()
    inventoryNumbers.set(Number(record_id), own.add(String(inventory_number)))
  }
  return {
    hashes: new Set(originals?.rows.map(({ hash }) => String(hash))),
    records: new Map(
      records?.rows.map(({ id, identity, description, branches: own, place }) => [
        String(identity),
        {
          id: Number(id),
          identity: String(identity),
          description: JSON.parse(String(description)),
          branches: new Set(numbersIn(own)),
          prior: place === null ? undefined : priorOfPlace(Number(place)),
        },
      ]),
    ),
    barcodes: new Map(copies?.rows.map(({ barcode, record_id }) => [String(barcode), Number(record_id)])),
    inventoryNumbers,
    branches: new Map(
      branches?.rows.flatMap(({ id, code, name_kk, name_ru }) =>
        [code, name_kk, name_ru].map((name): [string, number] => [String(name).toLowerCase(), Number(id)]),
      ),
    ),
    nextRecordId: Number(ids?.rows[0]?.record_id) + 1,
    nextCopyId: Number(ids?.rows[0]?.copy_id) + 1,
  }
}
