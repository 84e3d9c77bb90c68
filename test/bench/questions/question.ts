import type { Random } from '../../../db/seed/random.ts'
import type { InventedCatalogue } from '../catalogue/invented-catalogue.ts'

/** The same question for plain FTS5. */
export interface PlainQuestion {
  /** All of them, or one of them. */
  words: string[]
  any?: boolean
  phrase?: boolean
  beginning?: boolean
  branch?: number
  language?: string
  decade?: number
  group?: string
  available?: boolean
  sort?: 'relevance' | 'title' | 'author' | 'year' | 'newest'
  page?: number
}

export interface BenchQuestion {
  path: string
  plain?: PlainQuestion
  /** The title that the reader has in mind. */
  wanted?: { id: number; title: string }
}

/** Questions of one kind: the same ones for one seed. */
export interface QuestionClass {
  name: string
  kind: 'search' | 'suggestion' | 'refused'
  invent(catalogue: InventedCatalogue, random: Random): BenchQuestion
}

type Filters = Partial<Record<'branch' | 'language' | 'available' | 'decade' | 'class' | 'sort', string | number>>

export function searchPath(q: string, filters: Filters = {}): string {
  const asked = Object.entries(filters).map(([name, value]): [string, string] => [name, String(value)])
  return `/api/catalogue?${new URLSearchParams([['q', q], ...asked])}`
}

export function suggestionPath(q: string): string {
  return `/api/suggestions?${new URLSearchParams({ q })}`
}
