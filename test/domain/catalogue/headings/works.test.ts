import { expect, test } from 'vitest'
import { headings } from '../../../../worker/domain/catalogue/headings/headings.ts'
import { type Names, nameRecord, variantsIn } from '../../../../worker/domain/catalogue/headings/named-record.ts'
import { titlesInNotes } from '../../../../worker/domain/catalogue/headings/titles-in-notes.ts'
import { works } from '../../../../worker/domain/catalogue/headings/works.ts'
import type { Description } from '../../../../worker/domain/catalogue/record.ts'

const book = (author: string, title: string, more: Partial<Description> = {}): Description => ({
  kind: 'book',
  title,
  ...(author && { author }),
  contributors: [],
  language: 'kaz',
  languages: [],
  parallelTitles: [],
  series: [],
  isbns: [],
  issns: [],
  subjects: [],
  keywords: [],
  classes: [],
  notes: [],
  ...more,
})
const original = (title: string, author?: string) => [{ title, relation: 'original' as const, ...(author && { author }) }]

/** The variants of each book after all of them came, in this order. */
function variants(...books: Description[]) {
  const names: Names = { headings: headings([], 1), works: works([], 1), records: new Map() }
  books.forEach((each, place) => {
    nameRecord(place + 1, { description: each }, names)
  })
  return books.map((_, place) => variantsIn(names, place + 1))
}

const kazakh = book('Әуезов, Мұхтар', 'Абай жолы')
const russian = book('Ауэзов, Мухтар', 'Путь Абая', { otherTitles: original('Абай жолы', 'Әуезов, Мұхтар') })
const german = book('Auesow, Muchtar', 'Vor Tau und Tag', { otherTitles: original('Абай жолы', 'Әуезов, Мұхтар') })

test('an original and its translations know each other, in whatever order they came', () => {
  for (const order of [
    [kazakh, russian, german],
    [german, russian, kazakh],
    [russian, kazakh, german],
  ]) {
    const all = variants(...order)
    const of = (title: string) => all[order.findIndex((each) => each.title === title)]
    expect(of('Абай жолы')?.titles.toSorted()).toEqual(['Vor Tau und Tag', 'Путь Абая'])
    expect(of('Vor Tau und Tag')).toMatchObject({ authors: ['Әуезов, Мұхтар'], titles: expect.arrayContaining(['Абай жолы', 'Путь Абая']) })
    expect(of('Абай жолы')?.names).toEqual(['Auesow, Muchtar'])
    // Ауэзов is found by the same letters as Әуезов, so only the German spelling is news.
    expect(of('Путь Абая')?.names).toEqual(['Auesow, Muchtar'])
  }
})

test('the same title by two authors is two works', () => {
  const [first, second] = variants(
    book('Толстой, Лев', 'Детство', { otherTitles: [{ title: 'Балалық шақ', relation: 'translation' }] }),
    book('Горький, Максим', 'Детство'),
  )
  expect([first?.titles, second?.titles]).toEqual([['Балалық шақ'], []])
})

test('a title without an author is joined by name, a periodical never', () => {
  const [epic, translated, paper] = variants(
    book('', 'Қобыланды батыр'),
    book('', 'Кобланды-батыр', { otherTitles: original('Қобыланды батыр') }),
    book('', 'Қобыланды батыр', { kind: 'serial' }),
  )
  expect([epic?.titles, translated?.titles, paper?.titles]).toEqual([['Кобланды-батыр'], ['Қобыланды батыр'], []])
})

test('a heading gives a subject its other words', () => {
  const names: Names = {
    headings: headings([{ id: 1, kind: 'subject', form: 'body', label: 'Ұшақтар', names: new Set(['Ұшақтар', 'Самолёты']) }], 2),
    works: works([], 1),
    records: new Map(),
  }
  const about = book('', 'Аспанға жол', { subjects: ['Самолеты — История'] })
  nameRecord(1, { description: about }, names)
  expect(variantsIn(names, 1)).toMatchObject({ subjects: ['Ұшақтар'], topics: ['Ұшақтар'] })
})

test.each([
  ['Загл. ориг.: Абай жолы', 'Абай жолы'],
  ['Пер. изд.: Abai / M. Auezov. - Almaty, 1981', 'Abai'],
  ['Translation of: Abaĭ zholy.', 'Abaĭ zholy'],
  ['Түпнұсқасы: «Көшпенділер»', 'Көшпенділер'],
  ['Пер. с каз.', undefined],
  ['Оригинал хранится в Национальной библиотеке', undefined],
  ['Библиогр.: с. 301-310', undefined],
])('the note «%s» names the original %s', (note, title) => {
  expect(titlesInNotes([note])[0]?.title).toBe(title)
})

test('a note may name several titles and their authors', () => {
  expect(titlesInNotes(['орысша: «Кочевники» (Есенберлин, Ильяс); түрікше: «Göçebeler»'])).toEqual([
    { title: 'Кочевники', author: 'Есенберлин, Ильяс', relation: 'translation' },
    { title: 'Göçebeler', relation: 'translation' },
  ])
})
