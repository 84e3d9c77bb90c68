import type { Suggestion } from '../../web/src/api-shapes.ts'
import type { Hit } from '../../worker/domain/catalogue/hit.ts'
import type { Facets, SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'

const counted = (...values: string[]) => values.map((value, at) => ({ value, count: 9_000 - at * 1_100 }))
const NONE: Facets = { branch: [], available: [], language: [], decade: [], class: [], author: [], subject: [] }

const hit = (id: number, title: string, author: string, why: NonNullable<Hit['why']>): Hit => ({
  id,
  title,
  author,
  year: 2013,
  language: 'kaz',
  shelfmark: '84(5Қаз)7-44',
  copies: { total: 5, available: id % 3 },
  why,
})

/** An answer with everything that a search can say. */
export const ANSWER: SearchAnswer = {
  hits: [
    hit(1, 'Көшпенділер', 'Есенберлин, Ілияс', [
      { how: 'letters', word: 'кушпендилер', found: 'Көшпенділер', field: 'title' },
      { how: 'whole-title' },
      { how: 'popular' },
    ]),
    hit(2, 'Кочевники', 'Есенберлин, Ильяс', [{ how: 'variant', word: 'көшпенділер', found: null, field: 'title' }]),
    hit(3, 'Қазақ хандығының құрылуы мен дамуы: XV–XVIII ғасырлардағы саяси тарих және мәдениет', 'Жанұзақұлы, Қасымбек Қасымбайұлы', [
      { how: 'ending', word: 'көшпенділерді', found: 'көшпенділер', field: 'subject' },
    ]),
  ],
  total: 12_400,
  estimated: true,
  cursor: 'next',
  facets: {
    branch: counted('1', '2', '3', '4', '5', '6', '7', '8'),
    available: counted('1'),
    language: counted('kaz', 'rus', 'eng'),
    decade: counted('2010', '2000', '1990', '1980'),
    class: counted('fiction', 'social', 'natural', 'technical', 'art', 'children', 'other'),
    author: counted('Есенберлин, Ілияс', 'Әуезов, Мұхтар Омарханұлы'),
    subject: counted('Қазақстан — Тарих', 'Көшпенді халықтар'),
  },
}

export const NOTHING: SearchAnswer = { hits: [], total: 0, estimated: false, cursor: null, facets: NONE }

export const SUGGESTIONS: Suggestion[] = [
  { kind: 'title', text: 'Көшпенділер', id: 1 },
  { kind: 'title', text: 'Көшпенділер : трилогия', id: 2 },
  { kind: 'author', text: 'Есенберлин, Ілияс' },
  { kind: 'subject', text: 'Көшпенді халықтар' },
]
