import type { Client } from '@libsql/client/http'
import { bulkInsert } from '../../../db/seed/bulk-insert.ts'
import { seededRandom } from '../../../db/seed/random.ts'
import { writeBranchesAndPolicies } from '../../../db/seed/write-library.ts'
import { contentGroup } from '../../../worker/domain/catalogue/content-group.ts'
import { authorSortKey, sortKey } from '../../../worker/domain/catalogue/text/sort-key.ts'
import { copyBarcode } from '../../../worker/domain/identifiers.ts'
import type { InventedCatalogue, InventedTitle } from '../catalogue/invented-catalogue.ts'

const TITLES_A_STEP = 10_000
const ON_LOAN = 0.06
const LENT_AT = '2026-11-10T05:00:00.000Z'

const RECORD =
  'id identity title author year language shelfmark content_group kind title_sort author_sort description added_at changed_at'.split(' ')
const COPY = 'id record_id branch_id barcode'.split(' ')
const LOAN = 'copy_id reader_ordinal branch_id lent_at due_on'.split(' ')
const LENDING = 'at day deed record_id quantity'.split(' ')

/** Writes the records, copies, open loans and three years of lending; answers how many copies there are. */
export async function fillLibrary(client: Client, catalogue: InventedCatalogue, onProgress: (titles: number) => void): Promise<number> {
  await writeBranchesAndPolicies(client)
  const random = seededRandom(catalogue.seed + 2)
  let copyId = 0
  for (let first = 1; first <= catalogue.size; first += TITLES_A_STEP) {
    const count = Math.min(TITLES_A_STEP, catalogue.size - first + 1)
    const titles = Array.from({ length: count }, (_, place) => ({ id: first + place, ...catalogue.title(first + place) }))
    await bulkInsert(client, 'records', RECORD, titles.map(recordRow))
    const copies = titles.flatMap(({ id, copies: branches }) => branches.map((branch) => [++copyId, id, branch, copyBarcode(copyId)]))
    await bulkInsert(client, 'copies', COPY, copies)
    const lent = copies.filter(() => random.chance(ON_LOAN))
    const loans = lent.map(([copy = 0, , branch = 0]) => [copy, 1, branch, LENT_AT, '2026-12-01'])
    await bulkInsert(client, 'loans', LOAN, loans)
    const lending = titles.filter(({ loans: count }) => count > 0).map(({ id, loans: count }) => [LENT_AT, '2026-06-01', 'loan', id, count])
    await bulkInsert(client, 'journal', LENDING, lending)
    onProgress(first + count - 1)
  }
  return copyId
}

function recordRow({ id, description, addedAt }: InventedTitle & { id: number }) {
  const { title, author, year, language, shelfmark, kind } = description
  return [
    id,
    `bench:${id}`,
    title,
    author ?? null,
    year ?? null,
    language,
    shelfmark ?? null,
    contentGroup(description),
    kind,
    sortKey(title),
    authorSortKey(author, sortKey(title)),
    JSON.stringify(description),
    addedAt,
    addedAt,
  ]
}
