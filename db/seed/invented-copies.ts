import { BRANCHES, CENTRAL_BRANCH } from './branches.ts'
import { type Random, seededRandom } from './random.ts'

export interface CopiedRecord {
  id: number
  title: string
  shelfmark: string | null
  kind: string
}

/** A copy of our own invention. */
export interface InventedCopy {
  id: number
  recordId: number
  branchId: number
  inventoryNumber: string
  shelfmark: string | null
  price: number
  onSiteOnly: boolean
}

/** The first three copies of «Көшпенділер» are never lent: copies 1 to 3, whatever else is invented. */
export const SAMPLE_COPIES = [1, 2, 3] as const
const SAMPLE_TITLE = 'Көшпенділер'

export interface Holding {
  firstId: number
  least: number
  most: number
}

/** Between `least` and `most` copies of every record, weighted to the central library; the sample title first. */
export function inventCopies(records: readonly CopiedRecord[], { firstId, least, most }: Holding): InventedCopy[] {
  const random = seededRandom(1_934 + firstId)
  const samples = records.filter(({ title }) => title === SAMPLE_TITLE)
  const others = records.filter(({ title }) => title !== SAMPLE_TITLE)
  let id = firstId
  return [...samples, ...others].flatMap((record, index) => {
    const count = index < samples.length ? most : random.between(least, most)
    return Array.from({ length: count }, (_, number) => copyOf(record, id++, number, random))
  })
}

function copyOf({ id: recordId, shelfmark, kind }: CopiedRecord, id: number, number: number, random: Random): InventedCopy {
  return {
    id,
    recordId,
    branchId: branchOf(number, random),
    inventoryNumber: String(500_000 + id),
    shelfmark,
    price: random.between(8, 90) * 10_000,
    onSiteOnly: kind === 'serial' || kind === 'map',
  }
}

function branchOf(number: number, random: Random): number {
  if (number === 0 || random.chance(0.3)) return CENTRAL_BRANCH
  return random.between(2, BRANCHES.length)
}
