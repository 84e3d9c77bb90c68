export const SORTS = ['relevance', 'title', 'author', 'year', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** What the address bar says: the search is exactly this, so a link and the Back key always work. */
export interface Search {
  q: string
  branch: string
  language: string
  available: boolean
  sort: Sort
  cursor: string
}

export function readAddress(queryString: string): Search {
  const query = new URLSearchParams(queryString)
  const word = (name: string) => query.get(name) ?? ''
  return {
    q: word('q'),
    branch: word('branch'),
    language: word('language'),
    available: word('available') === '1',
    sort: SORTS.find((sort) => sort === word('sort')) ?? 'relevance',
    cursor: word('cursor'),
  }
}

export function searchQuery(search: Search): URLSearchParams {
  const query = new URLSearchParams()
  if (search.q) query.set('q', search.q)
  if (search.branch) query.set('branch', search.branch)
  if (search.language) query.set('language', search.language)
  if (search.available) query.set('available', '1')
  if (search.sort !== 'relevance') query.set('sort', search.sort)
  if (search.cursor) query.set('cursor', search.cursor)
  return query
}

export function addressOf(search: Search): string {
  const query = searchQuery(search).toString()
  return query ? `/?${query}` : '/'
}

export const isHome = (search: Search) => searchQuery(search).size === 0

/** `/record/123-abai-zholy`: the number decides, the words are for the reader's eye. */
export function recordAddress(id: number, title: string): string {
  const words = title.toLocaleLowerCase('kk').match(/[\p{L}\p{N}]+/gu) ?? []
  return ['/record/', id, words.length > 0 ? `-${words.slice(0, 8).join('-')}` : ''].join('')
}

export const recordIdOf = (pathname: string) => pathname.match(/\/record\/(\d+)/)?.[1] ?? ''
