import type { ListedCopy } from '../../../../worker/domain/stock/listed-copy.ts'
import { change, read } from '../../api.ts'
import { type RefusalSlug, refusalSlug } from '../../refusal-slug.ts'

export type { ListedCopy }

export const copiesByMark = (find: string, branch?: number) => read<{ copies: ListedCopy[] }>(`/api/copies?${asked({ find }, branch)}`)

export const copiesOfRecord = (record: number, branch?: number) =>
  read<{ copies: ListedCopy[] }>(`/api/copies?${asked({ record: String(record) }, branch)}`)

const asked = (what: Record<string, string>, branch?: number) =>
  new URLSearchParams({ ...what, ...(branch === undefined ? {} : { branch: String(branch) }) })

export type CopyChange = Partial<Pick<ListedCopy, 'inventoryNumber' | 'shelfmark' | 'location' | 'price' | 'onSiteOnly'>>

export const editCopy = (barcode: string, branch: number, edit: CopyChange, key: string) =>
  change<{ copy: CopyChange & { barcode: string } }>('PATCH', `/api/copies/${encodeURIComponent(barcode)}`, { branch, ...edit }, key)

export interface RelocatedLine {
  barcode: string
  title?: string
  refused?: RefusalSlug
}

interface LineAnswer {
  status: number
  body: { refused?: string; copy?: { barcode: string; title: string } }
}

/** Each copy of the pile with its own answer, in the order of the pile. */
export async function relocate(lines: { key: string; copy: string }[], branch: number, location: string) {
  const answer = await change<{ lines: LineAnswer[] }>('POST', '/api/relocations', { branch, location, lines })
  if (!answer.ok) return answer
  const told = answer.value.lines.map(({ body }, index): RelocatedLine => {
    const barcode = lines[index]?.copy ?? ''
    return body.copy ? { barcode, title: body.copy.title } : { barcode, refused: refusalSlug(body.refused) }
  })
  return { ok: true as const, value: told }
}
