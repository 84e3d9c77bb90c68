/** What a record counts for in the facets, as one row of text: a sample of thousands is read at once. */
export interface FacetRow {
  branches: string[]
  language: string
  year: number | null
  contentGroup: string
  authors: string[]
  subjects: string[]
}

const FIELD = '|'
const ITEM = '~'
const label = (text: string) => text.replace(/[|~\s]+/g, ' ').trim()

export function facetRow({ branches, language, year, contentGroup, authors, subjects }: FacetRow): string {
  const fields = [branches.join(ITEM), language, year ?? '', contentGroup, authors.map(label).join(ITEM), subjects.map(label).join(ITEM)]
  return fields.join(FIELD)
}

export function readFacetRow(text: string): FacetRow {
  const [branches = '', language = '', year = '', contentGroup = '', authors = '', subjects = ''] = text.split(FIELD)
  const items = (field: string) => (field === '' ? [] : field.split(ITEM))
  return {
    branches: items(branches),
    language,
    year: year === '' ? null : Number(year),
    contentGroup,
    authors: items(authors),
    subjects: items(subjects),
  }
}
