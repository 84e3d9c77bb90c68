import type { AskedSearch } from '../../worker/domain/catalogue/search-query.ts'

/** A search of the first page that asks for nothing yet. */
export const NOTHING_ASKED: AskedSearch = {
  q: '',
  branches: [],
  languages: [],
  decades: [],
  groups: [],
  authors: [],
  subjects: [],
  available: false,
  sort: 'relevance',
  cursor: null,
  limit: 20,
  exact: false,
}
