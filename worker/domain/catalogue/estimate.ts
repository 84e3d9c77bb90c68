import { readFacetRow } from './index/facet-row.ts'
import { FACETS, type Facet, type Facets } from './search-answer.ts'

/** Matches read from one range of the index, and how many records each of them stands for. */
export interface Sample {
  matches: number
  onShelf: number
  /** Facet rows; of a large sample only some have their headings. */
  rows: string[]
  weight: number
}

const NONE: string[] = []
const SHOWN: Record<Facet, number> = { branch: 60, available: 1, language: 12, decade: 16, class: 12, author: 10, subject: 10 }

export function totalOf(samples: Sample[]): number {
  return Math.round(samples.reduce((total, { matches, weight }) => total + matches * weight, 0))
}

/** The facets of a result: exact when the one sample is the result itself, with a weight of 1. */
export function facetsOf(samples: Sample[]): Facets {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<Facet, Map<string, number>>
  for (const { rows, weight, onShelf } of samples) {
    add(counts.available, '1', onShelf * weight)
    const read = rows.map(readFacetRow)
    const headed = read.reduce((sum, { authors }) => sum + (authors ? 1 : 0), 0)
    const headingWeight = headed === 0 ? 0 : (weight * rows.length) / headed
    for (const { branches, language, decade, contentGroup, authors = NONE, subjects = NONE } of read) {
      for (const branch of branches) add(counts.branch, branch, weight)
      add(counts.language, language, weight)
      if (decade !== '') add(counts.decade, decade, weight)
      add(counts.class, contentGroup, weight)
      for (const author of authors) add(counts.author, author, headingWeight)
      for (const subject of subjects) add(counts.subject, subject, headingWeight)
    }
  }
  return Object.fromEntries(FACETS.map((facet) => [facet, most(counts[facet], SHOWN[facet])])) as Facets
}

function add(counts: Map<string, number>, value: string, weight: number): void {
  counts.set(value, (counts.get(value) ?? 0) + weight)
}

function most(counts: Map<string, number>, shown: number) {
  return [...counts]
    .map(([value, count]) => ({ value, count: Math.round(count) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, shown)
}
