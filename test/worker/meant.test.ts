import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'
import { takeIn } from '../../worker/jobs/take-in.ts'
import { arriving } from '../support/books.ts'
import { forgetSearches, type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'

let library: Library

const BOOKS = [
  { title: 'Көшпенділер', author: 'Есенберлин, Ілияс', language: 'kaz', subjects: ['Тарихи роман'] },
  { title: 'Абай жолы', author: 'Әуезов, Мұхтар', language: 'kaz', subjects: ['Қазақ әдебиеті'] },
  { title: 'Путь Абая', author: 'Ауэзов, Мухтар', language: 'rus' },
  { title: 'Преступление и наказание', author: 'Достоевский, Фёдор', language: 'rus' },
  { title: 'Ақбоз ат', language: 'kaz' },
  { title: 'Әтеш', language: 'kaz' },
  { title: 'Терме', author: 'Дулатұлы, Міржақып', language: 'kaz' },
  { title: 'Қарғын', author: 'Исабеков, Дулат', language: 'kaz' },
  { title: 'Гамлет', author: 'Шекспир, Уильям', language: 'rus' },
  { title: 'Гроза', author: 'Островский, Александр', language: 'rus' },
  { title: 'Как закалялась сталь', author: 'Островский, Николай', language: 'rus' },
  { title: 'Бесатар', author: 'Сүлейменов, Асқар', language: 'kaz' },
  { title: 'Аз и Я', author: 'Сулейменов, Олжас', language: 'rus' },
  { title: 'Двенадцать стульев', language: 'rus' },
  { title: 'Романы', language: 'rus' },
  { title: 'Кровь и пот', language: 'rus' },
  { title: 'Кроль', language: 'rus' },
  { title: 'Өмір мектебі', language: 'kaz' },
]

beforeAll(async () => {
  library = await openLibrary()
  await takeIn(library.client, arriving(BOOKS), { now: MONDAY_MORNING, defaultBranchId: 1 })
})

beforeEach(forgetSearches)

const get = async <Answer>(path: string, query: Record<string, string>): Promise<Answer> => {
  const response = await library.call('GET', `${path}?${new URLSearchParams(query)}`)
  expect(response.status).toBe(200)
  await library.settle()
  return response.json()
}
const find = (q: string, more = {}) => get<SearchAnswer>('/api/catalogue', { q, explain: '1', ...more })
const suggest = async (q: string) => {
  const { suggestions } = await get<{ suggestions: { kind: string; text: string; id?: number }[] }>('/api/suggestions', { q })
  return suggestions
}

describe('a search that says something else than was meant', () => {
  it.each([
    ['кушпендилер', 'Көшпенділер', 'көшпенділер'],
    ['абйа жолы', 'Абай жолы', 'абай жолы'],
    ['приступление и наказание', 'Преступление и наказание', 'преступление и наказание'],
    ['Дастаевский', 'Преступление и наказание', 'достоевский'],
    ['абайжолы', 'Абай жолы', 'абай жолы'],
    ['көшпен ділер', 'Көшпенділер', 'көшпенділер'],
    ['достоевский пре ступление', 'Преступление и наказание', 'достоевский преступление'],
  ])('%s finds «%s» and says so', async (q, title, shown) => {
    library.state.trips = 0
    const answer = await find(q)
    expect(answer.hits[0]?.title).toBe(title)
    expect(answer.corrected).toMatchObject({ kind: 'spelling', asked: q, shown })
    expect(library.state.trips).toBe(2)
  })

  it.each(['абйа', 'f,fq'])('%s goes on on the next page', async (q) => {
    const whole = await find(q)
    expect(whole.hits.length).toBeGreaterThan(1)
    const first = await find(q, { limit: '1' })
    const second = await find(q, { limit: '1', cursor: first.cursor })
    expect([...first.hits, ...second.hits].map(({ id }) => id)).toEqual(whole.hits.slice(0, 2).map(({ id }) => id))
    expect(second.corrected).toMatchObject({ asked: q, kind: whole.corrected?.kind })
  })

  it.each([
    ['rjigtylbkth', 'Көшпенділер'],
    ['ghtcnegktybt', 'Преступление и наказание'],
    ['к-шпенд3лер', 'Көшпенділер'],
    ['2уезов', 'Абай жолы'],
    ['-мір', 'Өмір мектебі'],
  ])('reads %s as typed on a layout left in English or in Russian', async (q, title) => {
    const answer = await find(q)
    expect(answer.hits[0]?.title).toBe(title)
    expect(answer.corrected?.kind).toBe('layout')
    expect((await find(q, { exact: '1' })).corrected).toBeUndefined()
  })

  it('takes a sign before a word for what it says where no letter is meant', async () => {
    const answer = await find('-көшпенділер')
    expect(answer.corrected).toBeUndefined()
    expect(answer.total).toBe(BOOKS.length - 1)
    expect(await find('"көшпенділер" -есенберлин')).toMatchObject({ total: 0, hits: [] })
  })

  it.each([
    ['кітап көшпенділер', 'Көшпенділер', 'көшпенділер'],
    ['достоевский федор михайлович преступление и наказание', 'Преступление и наказание', 'достоевский федор преступление и наказание'],
    ['абай жолы 1 том', 'Абай жолы', 'абай жолы'],
    ['көшпенділер есенберлин балқаш', 'Көшпенділер', 'көшпенділер есенберлин'],
  ])('%s finds «%s» by fewer words and says so', async (q, title, shown) => {
    library.state.trips = 0
    const answer = await find(q)
    expect(answer.hits.map((hit) => hit.title)).toEqual([title])
    expect(answer.corrected).toEqual({ kind: 'fewer', asked: q, shown, words: [] })
    expect(library.state.trips).toBe(2)
  })

  it.each([
    ['достоевский көшпенділер', 'Преступление и наказание', 'достоевский'],
    ['кроль новое издание', 'Кроль', 'кроль'],
    ['кроль и стульев', 'Кроль', 'кроль'],
  ])('leads %s to «%s»: a name or a whole title may stand alone, and it is said', async (q, title, shown) => {
    library.state.trips = 0
    const answer = await find(q)
    expect(answer.hits[0]?.title).toBe(title)
    expect(answer.corrected).toMatchObject({ kind: 'fewer', shown })
    expect(library.state.trips).toBe(2)
  })

  it.each(['наказание стульев', 'ыжщх qwzxvbn ъыфвя'])('finds nothing for %s: one word of two is another question', async (q) => {
    expect(await find(q)).toMatchObject({ total: 0, hits: [] })
  })

  it.each([
    ['ghbcnegktybt b yfrfpfybt', 'Преступление и наказание'],
    ['Терме : роман / М. Дулатұлы. – Алматы : Ана, 1973. – 272 б.', 'Терме'],
    ['Терме [Мәтін]', 'Терме'],
    ['Достоевский Ф. М. Преступление и наказание. Роман в шести частях. - М.: Худож. лит., 1983. - 527 с.', 'Преступление и наказание'],
    ['Әуезов М. Абай жолы. Роман-эпопея. Бірінші кітап. Алматы: Жазушы, 1979. 600 б.', 'Абай жолы'],
    ['кроль и пот', 'Кровь и пот'],
    ['prestuplenije i nakazanije', 'Преступление и наказание'],
    ['Shakespeare', 'Гамлет'],
    ['William Shakespeare', 'Гамлет'],
    ['Дулатов М.', 'Терме'],
    ['А. Н. Островский', 'Гроза'],
    ['Островский Н.', 'Как закалялась сталь'],
    ['Сүлейменов Аз и Я', 'Аз и Я'],
    ['12 стульев', 'Двенадцать стульев'],
    ['%D0%A2%D0%B5%D1%80%D0%BC%D0%B5', 'Терме'],
    ['Ｈａｍｌｅｔ', 'Гамлет'],
  ])('%s leads to «%s» first', async (q, title) => {
    expect((await find(q)).hits[0]?.title).toBe(title)
  })

  it('is left as it is when the reader wants that', async () => {
    expect(await find('кушпендилер', { exact: '1' })).toMatchObject({ total: 0, hits: [] })
  })

  it.each(['qwzxvbn', 'ыжщх', '🙂', '!!!'])('finds nothing for %s, and says nothing else', async (q) => {
    const answer = await find(q)
    expect([answer.total, answer.hits, answer.corrected]).toEqual([0, [], undefined])
  })

  it('never corrects a word that the catalogue has', async () => {
    expect((await find('ат')).corrected).toBeUndefined()
  })
})

describe('why a hit is there', () => {
  it.each([
    ['көшпенділер', { how: 'spelling', field: 'title', found: 'көшпенділер' }],
    ['кошпендилер', { how: 'letters', field: 'title', found: 'көшпенділер' }],
    ['koshpendiler', { how: 'letters', field: 'title', found: 'көшпенділер' }],
    ['көшпенділерді', { how: 'ending', field: 'title', found: 'көшпенділер' }],
    ['көшпен*', { how: 'beginning', field: 'title', found: 'көшпенділер' }],
    ['есенберлин', { how: 'spelling', field: 'author', found: 'есенберлин' }],
  ])('%s: %j', async (q, reason) => {
    expect((await find(q)).hits[0]?.why).toContainEqual(expect.objectContaining(reason))
  })

  it('is told only when asked for', async () => {
    const answer = await get<SearchAnswer>('/api/catalogue', { q: 'абай' })
    expect(answer.hits.length).toBeGreaterThan(0)
    expect(answer.hits.every((hit) => !('why' in hit))).toBe(true)
  })
})

describe('suggestions', () => {
  it.each(['к', 'кө', 'кош', 'кошп', 'көшпенд', 'k', 'ko', 'kosh', 'köşp', 'rjig', 'كوشپ'])('%s leads to «Көшпенділер»', async (q) => {
    expect(await suggest(q)).toContainEqual({ kind: 'title', text: 'Көшпенділер', id: expect.any(Number) })
  })

  it('name authors and subjects too', async () => {
    expect(await suggest('ауэ')).toContainEqual({ kind: 'author', text: 'Әуезов, Мұхтар' })
    expect(await suggest('әуез')).toContainEqual({ kind: 'author', text: 'Әуезов, Мұхтар' })
    expect(await suggest('тар')).toContainEqual({ kind: 'subject', text: 'Тарихи роман' })
  })

  it.each(['ауэзо', 'әуезов', 'auezo', "fe'pj", 'мухтар ауэ', 'ауэзов мух', 'ауэзов '])('name the author by %s', async (q) => {
    expect(await suggest(q)).toContainEqual({ kind: 'author', text: 'Әуезов, Мұхтар' })
  })

  it('go on after whole words', async () => {
    expect((await suggest('абай жо')).map(({ text }) => text)).toContain('Абай жолы')
  })

  it('know a book that has just come', async () => {
    await takeIn(library.client, arriving([{ title: 'Жаңа дәуір', barcodes: ['NEW'] }]), { now: MONDAY_MORNING, defaultBranchId: 1 })
    for (const q of ['жа', 'жаңа', 'jaña', 'жаңа дәу']) expect((await suggest(q)).map(({ text }) => text)).toContain('Жаңа дәуір')
  })

  it.each(['', ' ', '"', '*', '(((', 'AND', "'; DROP TABLE records; --", 'q:x', '\u0000', 'а'.repeat(200)])(
    'have nothing against %j',
    async (q) => {
      expect(Array.isArray(await suggest(q))).toBe(true)
    },
  )

  it('cost one round trip at most', async () => {
    library.state.trips = 0
    await suggest('абай')
    expect(library.state.trips).toBe(1)
    await suggest('!')
    expect(library.state.trips).toBe(1)
  })
})
