import { normalizeIsbn } from '../identifiers.ts'
import { decadeToken, isbnToken, yearToken } from '../index/filter-tokens.ts'
import type { Clause, Field } from './clause.ts'

/** The names of the fields in the three languages of the library. */
const NAMES: Record<Field | 'year' | 'isbn', string[]> = {
  title: ['title', 'название', 'заглавие', 'атауы', 'аты', 'тақырыбы'],
  author: ['author', 'автор', 'авторы'],
  series: ['series', 'серия', 'сериясы', 'топтама'],
  subject: ['subject', 'тема', 'предмет', 'тақырып', 'пән'],
  note: ['note', 'примечание', 'ескертпе', 'ескерту'],
  shelfmark: ['shelfmark', 'шифр', 'шифры', 'сөрелік'],
  year: ['year', 'год', 'жыл', 'жылы'],
  isbn: ['isbn', 'исбн'],
}
const fields = new Map(Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as keyof typeof NAMES])))

export function fieldNamed(name: string | null): keyof typeof NAMES | undefined {
  return name === null ? undefined : fields.get(name.toLowerCase())
}

const FIRST_YEAR = 1400
const LAST_YEAR = 2100

/** `1998`, `1990-2000`, `1990-`, `-1990`: whole decades as one token. */
export function yearsClause(text: string): Clause | undefined {
  const range = /^(\d{4})?\s*(-|–|\.\.)?\s*(\d{4})?$/.exec(text.trim())
  if (!range || (!range[1] && !range[3])) return undefined
  const from = Math.max(FIRST_YEAR, Number(range[1] ?? FIRST_YEAR))
  const to = Math.min(LAST_YEAR, range[2] ? Number(range[3] ?? LAST_YEAR) : from)
  const tokens: string[] = []
  for (let year = from; year <= to; ) {
    const isDecade = year % 10 === 0 && year + 9 <= to
    tokens.push(isDecade ? decadeToken(year) : yearToken(year))
    year += isDecade ? 10 : 1
  }
  return { kind: 'tokens', tokens: tokens.length > 0 ? tokens : [yearToken(9_999)] }
}

export function isbnClause(text: string): Clause | undefined {
  const isbn = normalizeIsbn(text)
  return isbn ? { kind: 'tokens', tokens: [isbnToken(isbn)] } : undefined
}
