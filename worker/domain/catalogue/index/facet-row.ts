import { packLabel, unpackLabel } from './label-letters.ts'

/** What a record counts for in the facets, as two rows of text: a sample of hundreds is read at once. */
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
/** Between rows that are read together. */
const ROW = ';'
const label = (text: string) => text.replace(/[|~;\s]+/g, ' ').trim()

/** The short facets: branches as bits in base 36, language, year, content group. */
export function facetRow({ branches, language, year, contentGroup }: Omit<FacetRow, 'authors' | 'subjects'>): string {
  const bits = branches.reduce((all, id) => all | (1n << BigInt(id - 1)), 0n)
  return [bits.toString(36), language, year ?? '', contentGroup].join(FIELD)
}

/** The long ones: authors and subjects as they are shown, packed. */
export function headingRow({ authors, subjects }: Pick<FacetRow, 'authors' | 'subjects'>): string {
  return [authors, subjects].map((labels) => labels.map((text) => packLabel(label(text))).join(ITEM)).join(FIELD)
}

/** How many of some rows have each value, as the facet shows it. */
export interface FacetTally {
  rows: number
  branches: Tally
  languages: Tally
  decades: Tally
  contentGroups: Tally
}

/** How many of some rows have each heading; headings are still packed. */
export interface HeadingTally {
  rows: number
  authors: Tally
  subjects: Tally
}

export type Tally = Map<string, number>

/** Counts rows of the short facets; the texts are not taken apart more than must be. */
export function tallyFacets(text: string): FacetTally {
  const sets: Tally = new Map()
  const years: Tally = new Map()
  const [languages, contentGroups]: [Tally, Tally] = [new Map(), new Map()]
  const rows = eachRow(text, (start, end) => {
    const language = text.indexOf(FIELD, start) + 1
    const year = text.indexOf(FIELD, language) + 1
    const group = text.indexOf(FIELD, year) + 1
    count(sets, text.slice(start, language - 1))
    count(languages, text.slice(language, year - 1))
    count(years, text.slice(year, group - 1))
    count(contentGroups, text.slice(group, end))
  })
  return { rows, languages, contentGroups, branches: inBranches(sets), decades: inDecades(years) }
}

/** Counts rows of headings. */
export function tallyHeadings(text: string): HeadingTally {
  const [authors, subjects]: [Tally, Tally] = [new Map(), new Map()]
  const rows = eachRow(text, (start, end) => {
    const authorsEnd = endOf(text, FIELD, start, end)
    countItems(authors, text, start, authorsEnd)
    countItems(subjects, text, authorsEnd + 1, end)
  })
  return { rows, authors, subjects }
}

function eachRow(text: string, read: (start: number, end: number) => void): number {
  let rows = 0
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = endOf(text, ROW, start, text.length)
    if (end === start) continue
    rows += 1
    read(start, end)
  }
  return rows
}

function endOf(text: string, mark: string, from: number, last: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 || end > last ? last : end
}

function countItems(tally: Tally, text: string, start: number, end: number): void {
  for (let from = start; from < end; ) {
    const to = endOf(text, ITEM, from, end)
    count(tally, text.slice(from, to))
    from = to + 1
  }
}

function count(tally: Tally, value: string, times = 1): void {
  tally.set(value, (tally.get(value) ?? 0) + times)
}

function inBranches(sets: Tally): Tally {
  const branches: Tally = new Map()
  for (const [bits, times] of sets) for (const branch of branchesIn(bits)) count(branches, branch, times)
  return branches
}

function inDecades(years: Tally): Tally {
  const decades: Tally = new Map()
  for (const [year, times] of years) if (year !== '') count(decades, `${year.slice(0, -1)}0`, times)
  return decades
}

export function readHeadingRow(text: string): Pick<FacetRow, 'authors' | 'subjects'> {
  const [authors = '', subjects = ''] = text.split(FIELD)
  return { authors: items(authors), subjects: items(subjects) }
}

const items = (field: string) => (field === '' ? [] : field.split(ITEM).map(unpackLabel))

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
