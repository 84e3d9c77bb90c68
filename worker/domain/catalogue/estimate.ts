import { emptyTallies, type FacetTallies, type Tally, tallyFacets, tallyHeadings } from './index/facet-row.ts'
import { unpackLabel } from './index/label-letters.ts'
import { FACETS, type Facet, type Facets } from './search-answer.ts'

/** Matches read from one range of the index, and how many records each of them stands for. */
export interface Sample {
  matches: number
  onShelf: number
  /** Rows of facets and of headings, a semicolon between them; of a large sample only some lend their headings. */
  rows: string
  headings: string
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
} as const satisfies Record<Exclude<Facet, 'available'>, keyof FacetTallies>

const SHOWN_AS: Partial<Record<Facet, (value: string) => string>> = {
  decade: (decade) => `${decade}0`,
  author: unpackLabel,
  subject: unpackLabel,
}

export function totalOf(samples: Sample[]): number {
  return Math.round(samples.reduce((total, { matches, weight }) => total + matches * weight, 0))
}

/** The facets of a result: exact when the one sample is the result itself, with a weight of 1. */
export function facetsOf(samples: Sample[]): Facets {
  const tallies = emptyTallies()
  let onShelf = 0
  for (const sample of samples) {
    tallyFacets(tallies, sample.rows, sample.weight)
    tallyHeadings(tallies, sample.headings, (headed) => (sample.weight * sample.matches) / headed)
    onShelf += sample.onShelf * sample.weight
  }
  const counts = (facet: Facet) => {
    if (facet === 'available') return most(new Map([['1', { times: onShelf }]]), SHOWN[facet])
    const best = most(tallies[TALLIES[facet]], SHOWN[facet])
    const shown = SHOWN_AS[facet]
    return shown ? best.map(({ value, count }) => ({ value: shown(value), count })) : best
  }
  return Object.fromEntries(FACETS.map((facet) => [facet, counts(facet)])) as Facets
}

interface Counted {
  value: string
  count: number
}
const byCount = (a: Counted, b: Counted) => b.count - a.count || (a.value < b.value ? -1 : 1)

/** Of hundreds of headings a few are shown: those that cannot be among them are not sorted with them. */
function most(counts: Tally, shown: number): Counted[] {
  const best: Counted[] = []
  let last: Counted = { value: '', count: 1 }
  for (const [value, { times }] of counts) {
    const count = Math.round(times)
    if (count < last.count || (count === last.count && last.value !== '' && value > last.value)) continue
    best.push({ value, count })
    if (best.length < 3 * shown) continue
    best.sort(byCount).length = shown
    last = best.at(-1) ?? last
  }
  return best.sort(byCount).slice(0, shown)
}
