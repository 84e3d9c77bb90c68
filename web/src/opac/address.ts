export const SORTS = ['relevance', 'year', 'title', 'author', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** The filters of which several values may be chosen: any of them will do. */
export const CHOICES = ['branch', 'language', 'decade', 'class', 'author', 'subject'] as const
export type Choice = (typeof CHOICES)[number]

const MOST_VALUES = 20

/** What the address bar says: the search is exactly this, so a link and the Back key always work. */
export interface Search {
  q: string
  chosen: Record<Choice, string[]>
  available: boolean
  sort: Sort
  cursor: string
  /** Do not correct what was typed. */
  exact: boolean
}

export function readAddress(queryString: string): Search {
  const query = new URLSearchParams(queryString)
  const word = (name: string) => query.get(name) ?? ''
  return {
    q: word('q'),
    chosen: chosenBy((choice) => [...new Set(query.getAll(choice))].filter((value) => value !== '').slice(0, MOST_VALUES)),
    available: word('available') === '1',
    sort: SORTS.find((sort) => sort === word('sort')) ?? 'relevance',
    cursor: word('cursor'),
    exact: word('exact') === '1',
  }
}

export function searchQuery(search: Search): URLSearchParams {
  const query = new URLSearchParams()
  if (search.q) query.set('q', search.q)
  for (const choice of CHOICES) for (const value of search.chosen[choice]) query.append(choice, value)
  if (search.available) query.set('available', '1')
  if (search.sort !== 'relevance') query.set('sort', search.sort)
  if (search.exact) query.set('exact', '1')
  if (search.cursor) query.set('cursor', search.cursor)
  return query
}

export function addressOf(search: Search): string {
  const query = searchQuery(search).toString()
  return query ? `/search?${query}` : '/'
}

export const isHome = (search: Search) => searchQuery(search).size === 0

const chosenBy = (values: (choice: Choice) => string[]): Search['chosen'] => ({
  branch: values('branch'),
  language: values('language'),
  decade: values('decade'),
  class: values('class'),
  author: values('author'),
  subject: values('subject'),
})

/** Every change but a turned page begins at the first page. */
export const changed = (search: Search, part: Partial<Search>): Search => ({ ...search, ...part, cursor: '' })

export function toggled(search: Search, choice: Choice, value: string): Search {
  const without = search.chosen[choice].filter((chosen) => chosen !== value)
  const values = without.length < search.chosen[choice].length ? without : [...without, value]
  return changed(search, { chosen: { ...search.chosen, [choice]: values } })
}

export const withoutFilters = (search: Search) => changed(search, { chosen: chosenBy(() => []), available: false })

/** A search of this alone: what a suggested author or subject leads to. */
export const searchOf = (part: { q?: string; author?: string; subject?: string }): Search => {
  const nothing = readAddress('')
  const { q = '', author, subject } = part
  return { ...nothing, q, chosen: { ...nothing.chosen, author: author ? [author] : [], subject: subject ? [subject] : [] } }
}

export const filtersChosen = ({ chosen, available }: Search) =>
  CHOICES.reduce((count, choice) => count + chosen[choice].length, available ? 1 : 0)

export const recordIdOf = (pathname: string) => pathname.match(/\/record\/(\d+)/)?.[1] ?? ''
