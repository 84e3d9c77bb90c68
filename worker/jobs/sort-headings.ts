import type { Client } from '@libsql/client/http'
import { listUnsortedHeadings, recordHeadingOrder } from '../../db/catalogue/list-headings.ts'
import { ask } from '../../db/client.ts'
import { headingSort } from '../domain/catalogue/text/sort-key.ts'

const PAGE = 1_000
/** A night sorts so many pages; the rest follows the next. */
const MOST_PAGES = 20

/** Puts headings that an older library took in, or that were renamed, in the order of the alphabet. */
export async function sortHeadings(client: Client): Promise<number> {
  let sorted = 0
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const unsorted = await ask(client, listUnsortedHeadings(PAGE))
    if (unsorted.length === 0) break
    await client.batch([recordHeadingOrder(unsorted.map(({ id, label }) => ({ id, sort: headingSort(label) })))], 'write')
    sorted += unsorted.length
  }
  return sorted
}
