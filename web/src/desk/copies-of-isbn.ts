import { searchCatalogue } from '../api.ts'
import type { Answer } from '../api-shapes.ts'
import { copiesOfRecord, type ListedCopy } from './copies/copy-api.ts'
import type { Scan } from './scan.ts'

export interface TitleCopies {
  title: string
  copies: ListedCopy[]
}

const LONGEST_WAIT_MS = 20_000

/** The copies of a title that a scanned ISBN may mean here: to lend those on the shelf, to take back those that are lent. */
export async function copiesOfIsbn({ code, mode, branch }: Extract<Scan, { kind: 'title' }>): Promise<Answer<TitleCopies>> {
  const found = await searchCatalogue(new URLSearchParams({ q: `isbn:${code}` }), AbortSignal.timeout(LONGEST_WAIT_MS))
  if (!found.ok) return found
  const [hit] = found.value.hits
  if (!hit) return { ok: false, refused: 'record-not-found', refusals: ['record-not-found'] }
  const listed = await copiesOfRecord(hit.id)
  if (!listed.ok) return listed
  const fits = ({ place, holdingBranchId, withdrawn }: ListedCopy) =>
    !withdrawn && (mode === 'return' ? place === 'on-loan' : place === 'on-shelf' && holdingBranchId === branch)
  return { ok: true, value: { title: hit.title, copies: listed.value.copies.filter(fits) } }
}
