/** What a record counts for in the facets, as one row of text: a sample of hundreds is read at once. */
interface FacetRow {
  branches: number[]
  language: string
  year: number | null
  contentGroup: string
  authors: string[]
  subjects: string[]
}

const FIELD = '|'
const ITEM = '~'
/** The search parts its rows by a semicolon. */
const label = (text: string) => text.replace(/[|~;\s]+/g, ' ').trim()

/** The short facets: branches as bits in base 36, language, year, content group. */
export function facetRow({ branches, language, year, contentGroup }: Omit<FacetRow, 'authors' | 'subjects'>): string {
  const bits = branches.reduce((all, id) => all | (1n << BigInt(id - 1)), 0n)
  return [bits.toString(36), language, year ?? '', contentGroup].join(FIELD)
}

/** The long ones: authors and subjects as they are shown. */
export function headingRow({ authors, subjects }: Pick<FacetRow, 'authors' | 'subjects'>): string {
  return [authors, subjects].map((labels) => labels.map(label).join(ITEM)).join(FIELD)
}

/** As it is counted: every value as the facet shows it. */
interface CountedRow {
  branches: string[]
  language: string
  /** Of the year; empty without one. */
  decade: string
  contentGroup: string
  /** Of a row of headings after the short facets. */
  authors?: string[]
  subjects?: string[]
}

/** A row of short facets, with or without a row of headings after it. */
export function readFacetRow(text: string): CountedRow {
  const [bits = '', language = '', year = '', contentGroup = '', authors, subjects = ''] = text.split(FIELD)
  const row = { branches: branchesIn(bits), language, decade: year === '' ? '' : String(Math.floor(Number(year) / 10) * 10), contentGroup }
  return authors === undefined ? row : { ...row, authors: items(authors), subjects: items(subjects) }
}

export function readHeadingRow(text: string): Pick<FacetRow, 'authors' | 'subjects'> {
  const [authors = '', subjects = ''] = text.split(FIELD)
  return { authors: items(authors), subjects: items(subjects) }
}

const items = (field: string) => (field === '' ? [] : field.split(ITEM))

const known = new Map<string, string[]>()

/** There are few sets of branches: each is read once. */
function branchesIn(base36: string): string[] {
  const before = known.get(base36)
  if (before) return before
  const branches: string[] = []
  let bits = [...base36].reduce((all, digit) => all * 36n + BigInt(Number.parseInt(digit, 36) || 0), 0n)
  for (let id = 1; bits > 0n; id += 1, bits >>= 1n) if (bits & 1n) branches.push(String(id))
  if (known.size > 2_000) known.clear()
  known.set(base36, branches)
  return branches
}
