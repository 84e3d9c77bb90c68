import { expect, test } from 'vitest'
import type { AccessPoint } from '../../../../worker/domain/catalogue/headings/access-point.ts'
import { type Headings, headings, takeHeading } from '../../../../worker/domain/catalogue/headings/headings.ts'
import { nameKey } from '../../../../worker/domain/catalogue/headings/name-key.ts'

const person = (name: string, more: Partial<AccessPoint> & { established?: string } = {}) => ({
  kind: 'author' as const,
  form: 'person' as const,
  name,
  also: [],
  ...more,
})
const take = (all: Headings, ...points: AccessPoint[]) => points.map((point) => takeHeading(point, all).id)
const empty = () => headings([], 1)

test.each([
  ['Әуезов, Мұхтар', 'Ауэзов, Мухтар', 'Auezov, Mukhtar', 'Áýezov, Muhtar'],
  ['Есенберлин, Ілияс', 'Есенберлин, Ильяс', 'Esenberlin, Ilyas', 'Esenberlin, İlyas'],
  ['Нұрпейісов, Әбдіжәміл', 'Нурпеисов, Абдижамил', 'Nurpeisov, Abdizhamil'],
  ['Мұратбеков, Сайын', 'Муратбеков, Саин'],
  ['Әуезов, Мұхтар Омарханұлы', 'Ауэзов, Мухтар Омарханович', 'Әуезов, М. О.', 'Ауэзов, М.О.', 'Ауэзов, М.'],
  ['Толкин, Джон Рональд Руэл', 'Толкин, Дж. Р. Р.'],
  ['Твен, Марк', 'Марк Твен'],
])('%s is one heading with its other spellings', (...names) => {
  const all = empty()
  expect(new Set(take(all, ...names.map((name) => person(name)))).size).toBe(1)
  expect(new Set(take(empty(), ...names.reverse().map((name) => person(name)))).size).toBe(1)
})

test.each([
  ['Толстой, Лев', 'Толстой, Алексей'],
  ['Толстой, Л. Н.', 'Толстой, А. Н.'],
  ['Сейфуллин, Сәкен', 'Сейфуллина, Лидия'],
  ['Мұқанов, Сәбит', 'Мұқанова, Сәбит'],
  ['Иванов, Иван Иванович', 'Иванов, Иван Петрович'],
])('%s and %s are two people', (one, other) => {
  expect(new Set(take(empty(), person(one), person(other))).size).toBe(2)
})

test('the years of birth tell namesakes apart, and only when both are known', () => {
  const all = empty()
  const [father, son, unknown] = take(
    all,
    person('Дюма, Александр', { years: '1802-1870' }),
    person('Дюма, Александр', { years: '1824-1895' }),
    person('Дюма, А.'),
  )
  expect(son).not.toBe(father)
  expect([father, son]).not.toContain(unknown)
  expect(take(all, person('Dyuma, Aleksandr', { years: '1824' }))).toEqual([son])
})

test('an initial that may stand for two people stands for neither', () => {
  const all = empty()
  const [aleksei, aleksandr] = take(all, person('Толстой, Алексей'), person('Толстой, Александр'))
  expect([aleksei, aleksandr]).not.toContain(take(all, person('Толстой, А.'))[0])
  expect(take(all, person('Толстой, Ал.'))[0]).not.toBe(aleksei)
})

test('a name that no transliteration gives is learnt from the record that bears both', () => {
  const all = empty()
  const [kazakh, russian] = take(all, person('Құнанбайұлы, Абай'), person('Кунанбаев, Абай'))
  expect(russian).not.toBe(kazakh)
  expect(
    take(all, person('Kunanbayev, Abai', { also: ['Құнанбайұлы, Абай'] }), person('Кунанбаев, Абай', { also: ['Құнанбайұлы, Абай'] })),
  ).toEqual([kazakh, kazakh])
  expect(all.merged.size).toBeGreaterThan(0)
  expect(take(all, person('Кунанбаев, А.'))).toEqual([kazakh])
})

test('an authority record brings its variants together, whatever came before', () => {
  const all = empty()
  const [one, other] = take(all, person('Клеменс, Сэмюэл'), person('Твен, Марк'))
  const [authority] = take(all, person('Твен, Марк', { authority: 'kz1', years: '1835-1910', also: ['Клеменс, Сэмюэл', 'Twain, Mark'] }))
  expect(other).not.toBe(one)
  expect(authority).toBe(one)
  expect(take(all, person('Twain, Mark'), person('Anything else', { authority: 'kz1' }))).toEqual([one, one])
})

test('two numbers in one authority file are never one person', () => {
  const all = empty()
  const [one, other] = take(all, person('Ким, Анатолий', { authority: 'kz1' }), person('Ким, Анатолий', { authority: 'kz2' }))
  expect(one).not.toBe(other)
  expect(take(all, person('Ким, Анатолий', { authority: 'dlcn1' }))).toEqual([one])
})

test('the label is Kazakh if any form is, then Cyrillic, then the fullest', () => {
  const all = empty()
  const label = (name: string, more = {}) => takeHeading(person(name, more), all).label
  expect(label('Auezov, Mukhtar')).toBe('Auezov, Mukhtar')
  expect(label('Ауэзов, М.')).toBe('Ауэзов, М.')
  expect(label('Ауэзов, Мухтар')).toBe('Ауэзов, Мухтар')
  expect(label('Әуезов, М.')).toBe('Әуезов, М.')
  expect(label('Auezov, Mukhtar Omarkhanovich', { established: 'Auezov, Mukhtar Omarkhanovich' })).toBe('Әуезов, М.')
})

test('bodies and subjects are known by their whole name only', () => {
  const all = empty()
  const body = (name: string) => ({ ...person(name), form: 'body' as const })
  expect(new Set(take(all, body('Қазақстан Ұлттық кітапханасы'), body('Казакстан Улттык китапханасы'))).size).toBe(1)
  expect(new Set(take(all, body('Академия наук'), body('Академия художеств'))).size).toBe(2)
  const subject = takeHeading({ ...body('қазақ әдебиеті'), kind: 'subject' }, all)
  expect(takeHeading({ ...body('Қазақ әдебиеті'), kind: 'subject' }, all)).toBe(subject)
  expect(takeHeading(body('Қазақ әдебиеті'), all)).not.toBe(subject)
})

test('what records are to be indexed anew is known: a name that finds more, not another spelling of one', () => {
  const known = headings([{ id: 7, kind: 'author', form: 'person', label: 'Әуезов, Мұхтар', names: new Set(['Әуезов, Мұхтар']) }], 8)
  take(known, person('Auezov, Mukhtar'))
  expect([...known.stale]).toEqual([])
  take(known, person('Aouezov, Moukhtar', { also: ['Әуезов, Мұхтар'] }))
  expect([...known.stale].map(({ id }) => id)).toEqual([7])
})

test('a name key has no script, case or mark', () => {
  expect(nameKey('ЕСЕНБЕРЛИН, ІЛИЯС.', 'person')).toBe(nameKey('Yesenberlin, Ilyas', 'person'))
})
