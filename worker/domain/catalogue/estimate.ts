import { type FacetTally, type HeadingTally, type Tally, tallyFacets, tallyHeadings } from './index/facet-row.ts'
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
} as const satisfies Partial<Record<Facet, keyof FacetTally>>

const HEADINGS = { author: 'authors', subject: 'subjects' } as const satisfies Partial<Record<Facet, keyof HeadingTally>>

export function totalOf(samples: Sample[]): number {
  return Math.round(samples.reduce((total, { matches, weight }) => total + matches * weight, 0))
}

/** The facets of a result: exact when the one sample is the result itself, with a weight of 1. */
export function facetsOf(samples: Sample[]): Facets {
  const tallies = samples.map(({ rows, headings, weight }) => ({ facets: tallyFacets(rows), headings: tallyHeadings(headings), weight }))
  const onShelf = samples.reduce((sum, sample) => sum + sample.onShelf * sample.weight, 0)
  const counts = (facet: Facet) => {
    if (facet === 'available') return most(new Map([['1', onShelf]]), SHOWN[facet])
    if (facet === 'author' || facet === 'subject') {
      const all = tallies.map(
        ({ facets, headings, weight }) => [headings[HEADINGS[facet]], (weight * facets.rows) / headings.rows] as const,
      )
      return most(together(all), SHOWN[facet]).map(({ value, count }) => ({ value: unpackLabel(value), count }))
    }
    return most(together(tallies.map(({ facets, weight }) => [facets[TALLIES[facet]], weight])), SHOWN[facet])
  }
  return Object.fromEntries(FACETS.map((facet) => [facet, counts(facet)])) as Facets
}

/** The tallies of several samples, each times what it stands for. */
function together(tallies: (readonly [Tally, number])[]): Tally {
  const counts: Tally = new Map()
  for (const [tally, each] of tallies) for (const [value, times] of tally) counts.set(value, (counts.get(value) ?? 0) + times * each)
  return counts
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
