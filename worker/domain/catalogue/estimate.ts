import { type FacetTally, type Tally, tallyRows } from './index/facet-row.ts'
import { FACETS, type Facet, type Facets } from './search-answer.ts'

/** Matches read from one range of the index, and how many records each of them stands for. */
export interface Sample {
  matches: number
  onShelf: number
  /** Facet rows, a semicolon between them; of a large sample only some have their headings. */
  rows: string
  weight: number
}

const SHOWN: Record<Facet, number> = { branch: 60, available: 1, language: 12, decade: 16, class: 12, author: 10, subject: 10 }
const TALLIES = {
  branch: 'branches',
  language: 'languages',
  decade: 'decades',
  class: 'contentGroups',
  author: 'authors',
  subject: 'subjects',
} as const satisfies Record<Exclude<Facet, 'available'>, keyof FacetTally>

export function totalOf(samples: Sample[]): number {
  return Math.round(samples.reduce((total, { matches, weight }) => total + matches * weight, 0))
}

/** The facets of a result: exact when the one sample is the result itself, with a weight of 1. */
export function facetsOf(samples: Sample[]): Facets {
  const tallies = samples.map(({ rows, weight }) => ({ tally: tallyRows(rows), weight }))
  const counted = (facet: Exclude<Facet, 'available'>): Tally => {
    const counts: Tally = new Map()
    const isHeading = facet === 'author' || facet === 'subject'
    for (const { tally, weight } of tallies) {
      const each = isHeading ? (weight * tally.rows) / tally.headed : weight
      for (const [value, times] of tally[TALLIES[facet]]) counts.set(value, (counts.get(value) ?? 0) + times * each)
    }
    return counts
  }
  const onShelf = samples.reduce((sum, sample) => sum + sample.onShelf * sample.weight, 0)
  const counts = (facet: Facet) => (facet === 'available' ? new Map([['1', onShelf]]) : counted(facet))
  return Object.fromEntries(FACETS.map((facet) => [facet, most(counts(facet), SHOWN[facet])])) as Facets
}

interface Counted {
  value: string
  count: number
}
const byCount = (a: Counted, b: Counted) => b.count - a.count || (a.value < b.value ? -1 : 1)

/** Of hundreds of headings a few are shown: those that cannot be among them are not sorted with them. */
function most(counts: Tally, shown: number): Counted[] {
  const best: Counted[] = []
  let least = 1
  for (const [value, exactly] of counts) {
    const count = Math.round(exactly)
    if (count < least) continue
    best.push({ value, count })
    if (best.length < 3 * shown) continue
    best.sort(byCount).length = shown
    least = best.at(-1)?.count ?? 1
  }
  return best.sort(byCount).slice(0, shown)
}
