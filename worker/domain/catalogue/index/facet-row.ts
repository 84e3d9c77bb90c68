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
/** A heading as the facets show it. */
export const label = (text: string) => text.replace(/[|~;\s]+/g, ' ').trim()

/** The short facets: branches as bits in base 36, language, year, content group. */
export function facetRow({ branches, language, year, contentGroup }: Omit<FacetRow, 'authors' | 'subjects'>): string {
  const bits = branches.reduce((all, id) => all | (1n << BigInt(id - 1)), 0n)
  return [bits.toString(36), language, year ?? '', contentGroup].join(FIELD)
}

/** The long ones: authors and subjects as they are shown (`label`), packed. */
export function headingRow({ authors, subjects }: Pick<FacetRow, 'authors' | 'subjects'>): string {
  return [authors, subjects].map((labels) => labels.map(packLabel).join(ITEM)).join(FIELD)
}

export type Tally = Map<string, { times: number }>

/** How many records have each value: of a decade all digits but the last, headings still packed. */
export interface FacetTallies {
  branches: Tally
  languages: Tally
  decades: Tally
  contentGroups: Tally
  authors: Tally
  subjects: Tally
}

export const emptyTallies = (): FacetTallies => ({
  branches: new Map(),
  languages: new Map(),
  decades: new Map(),
  contentGroups: new Map(),
  authors: new Map(),
  subjects: new Map(),
})

/** Counts rows of the short facets, each of which stands for so many records. Rows that differ in their branches alone are taken apart once. */
export function tallyFacets(tallies: Omit<FacetTallies, 'authors' | 'subjects'>, text: string, each = 1): void {
  const sets: Tally = new Map()
  const rests: Tally = new Map()
  eachRow(text, (start, end) => {
    const rest = text.indexOf(FIELD, start)
    count(sets, text.slice(start, rest), each)
    count(rests, text.slice(rest + 1, end), each)
  })
  const branches: number[] = []
  for (const [bits, { times }] of sets) for (const branch of branchesIn(bits)) branches[branch] = (branches[branch] ?? 0) + times
  branches.forEach((times, branch) => {
    count(tallies.branches, String(branch), times)
  })
  for (const [rest, { times }] of rests) {
    const year = rest.indexOf(FIELD) + 1
    const group = rest.indexOf(FIELD, year) + 1
    count(tallies.languages, rest.slice(0, year - 1), times)
    if (group - 1 > year) count(tallies.decades, rest.slice(year, group - 2), times)
    count(tallies.contentGroups, rest.slice(group), times)
  }
}

/** Counts rows of headings; of how many rows there are it depends what each stands for. */
export function tallyHeadings(
  { authors, subjects }: Pick<FacetTallies, 'authors' | 'subjects'>,
  text: string,
  eachOf: (rows: number) => number,
): void {
  const each = eachOf(rowsIn(text))
  eachRow(text, (start, end) => {
    const authorsEnd = endOf(text, FIELD, start, end)
    countItems(authors, text, start, authorsEnd, each)
    countItems(subjects, text, authorsEnd + 1, end, each)
  })
}

function rowsIn(text: string): number {
  let rows = text === '' ? 0 : 1
  for (let mark = text.indexOf(ROW); mark >= 0; mark = text.indexOf(ROW, mark + 1)) rows += 1
  return rows
}

function eachRow(text: string, read: (start: number, end: number) => void): void {
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, ROW, start, text.length)
    read(start, end)
    start = end + 1
  }
}

function endOf(text: string, mark: string, from: number, last: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 || end > last ? last : end
}

function countItems(tally: Tally, text: string, start: number, end: number, each: number): void {
  for (let from = start; from < end; ) {
    const to = endOf(text, ITEM, from, end)
    count(tally, text.slice(from, to), each)
    from = to + 1
  }
}

function count(tally: Tally, value: string, times: number): void {
  const before = tally.get(value)
  if (before) before.times += times
  else tally.set(value, { times })
}

export function readHeadingRow(text: string): Pick<FacetRow, 'authors' | 'subjects'> {
  const [authors = '', subjects = ''] = text.split(FIELD)
  return { authors: items(authors), subjects: items(subjects) }
}

const items = (field: string) => (field === '' ? [] : field.split(ITEM).map(unpackLabel))

const known = new Map<string, number[]>()

/** There are few sets of branches: each is read once. */
function branchesIn(base36: string): number[] {
  const before = known.get(base36)
  if (before) return before
  const branches: number[] = []
  let bits = [...base36].reduce((all, digit) => all * 36n + BigInt(Number.parseInt(digit, 36) || 0), 0n)
  for (let id = 1; bits > 0n; id += 1, bits >>= 1n) if (bits & 1n) branches.push(id)
  if (known.size > 2_000) known.clear()
  known.set(base36, branches)
  return branches
}
