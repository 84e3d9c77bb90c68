import { expect, test } from 'vitest'
import { toIncoming } from '../../../worker/domain/catalogue/describe.ts'
import { fromMarc21 } from '../../../worker/domain/catalogue/from-marc21.ts'
import type { MarcField } from '../../../worker/domain/catalogue/marc-record.ts'
import { bookLeader, control, field, record } from '../../formats/sample-records.ts'

const describeFields = (...fields: MarcField[]) => fromMarc21(record(bookLeader, ...fields)).description
const title = field('245', '10', 'aАбай жолы :', 'bроман-эпопея.', 'nІ кітап,', 'pБастау /', 'cМұхтар Әуезов.')

test('a title is described without its punctuation', () => {
  const description = describeFields(
    control('008', '070529s1989    |||     r     000 0 kaz d'),
    field('020', '  ', 'a5-7110-0177-9 (қатты мұқаба) :', 'c300 тг'),
    field('041', '1 ', 'akazrus', 'hara'),
    field('080', '  ', 'a821.512.122'),
    field('084', '  ', 'a84(5Қаз)', '2rubbk'),
    field('082', '04', 'a894/.345'),
    field('100', '1 ', 'aӘуезов, Мұхтар Омарханұлы,', 'd1897-1961.'),
    title,
    field('250', '  ', 'a2-бас.'),
    field('260', '  ', 'a[Алматы] :', 'bЖазушы,', 'c1990.'),
    field('300', '  ', 'a608 б. :', 'bсурет ;', 'c21 см.'),
    field('490', '0 ', 'aҚазақ романы ;', 'v5'),
    field('650', ' 7', 'aҚазақ әдебиеті', 'yХХ ғ.'),
    field('653', '  ', 'aАбай'),
    field('700', '1 ', 'aЖұмашев, Б.,', 'eсуретші.'),
  )
  expect(description).toEqual({
    kind: 'book',
    title: 'Абай жолы',
    subtitle: 'роман-эпопея',
    part: 'І кітап, Бастау',
    responsibility: 'Мұхтар Әуезов',
    author: 'Әуезов, Мұхтар Омарханұлы',
    contributors: [{ name: 'Жұмашев, Б.', role: 'суретші' }],
    language: 'kaz',
    languages: ['kaz', 'rus'],
    originalLanguage: 'ara',
    parallelTitles: [],
    edition: '2-бас',
    place: 'Алматы',
    publisher: 'Жазушы',
    year: 1990,
    extent: '608 б.',
    series: ['Қазақ романы ; 5'],
    isbns: ['9785711001775'],
    issns: [],
    subjects: ['Қазақ әдебиеті — ХХ ғ.'],
    keywords: ['Абай'],
    classes: [
      { scheme: 'udc', value: '821.512.122' },
      { scheme: 'bbk', value: '84(5Қаз)' },
      { scheme: 'ddc', value: '894.345' },
    ],
    notes: [],
  })
})

test('the Latin form leads and its own script follows', () => {
  const description = describeFields(
    field('100', '1 ', '6880-01', 'aAuezov, Mukhtar.'),
    field('245', '10', '6880-02', 'aAbaĭ zholy /'),
    field('880', '1 ', '6100-01', 'aӘуезов, Мұхтар'),
    field('880', '10', '6245-02', 'aАбай жолы /'),
  )
  expect(description).toMatchObject({
    author: 'Auezov, Mukhtar',
    title: 'Abaĭ zholy',
    parallelTitles: ['Абай жолы'],
    contributors: [{ name: 'Әуезов, Мұхтар' }],
  })
})

test.each([
  ['c1998, 1999.', 1998],
  ['[1985?]', 1985],
  ['MCMXC [1990]', 1990],
  ['199-?', undefined],
])('the year of %s', (text, year) => {
  expect(describeFields(title, field('260', '  ', `c${text}`)).year).toBe(year)
})

test('of several imprints the publication is told', () => {
  const description = describeFields(title, field('264', ' 4', 'c©1999'), field('264', ' 1', 'aАстана :', 'bФолиант,', 'c2001.'))
  expect(description).toMatchObject({ place: 'Астана', publisher: 'Фолиант', year: 2001 })
})

test('the kind is told by the leader', () => {
  const kinds = ['am', 'as', 'ab', 'em', 'cm', 'jm', 'gm', 'mm', 'rm'].map((two) => {
    return fromMarc21(record(`00000n${two} a2200000 i 4500`, title)).description.kind
  })
  expect(kinds).toEqual(['book', 'serial', 'article', 'map', 'music', 'sound', 'video', 'electronic', 'other'])
})

test('copies of Koha and of the standard', () => {
  const { copies } = fromMarc21(
    record(
      bookLeader,
      title,
      field('952', '  ', 'aMAIN', 'cHALL', 'oI 12 А13', 'p1000123', 'i55', 'g1250.50', '71'),
      field('852', '  ', 'bMAIN', 'h84', 'iӘ 82', 'p1000124'),
      field('852', '  ', 'bMAIN', 'h84'),
      field('952', '  ', 'p1000123'),
    ),
  )
  expect(copies).toEqual([
    { barcode: '1000123', inventoryNumber: '55', location: 'MAIN HALL', shelfmark: 'I 12 А13', price: 125050, onSiteOnly: true },
    { barcode: '1000124', location: 'MAIN', shelfmark: '84 Ә 82' },
  ])
})

test('the record is known by its agency and number', () => {
  const source = record(bookLeader, control('001', ' 42 '), field('040', '  ', 'aKZ-AsNAB'), title)
  expect(toIncoming({ record: source, dialect: 'marc21' })).toMatchObject({ agency: 'KZ-AsNAB', controlNumber: '42' })
})

test.each([
  ['00000nz  a2200000n  4500', 'authority-record'],
  ['00000nx  a2200000n  4500', 'holdings-record'],
  ['00000dam a2200000 i 4500', 'deleted-record'],
])('%s is refused: %s', (leader, refused) => {
  expect(toIncoming({ record: record(leader, title), dialect: 'marc21' })).toMatchObject({ refused })
})

test('a record without a title is refused', () => {
  const source = record(bookLeader, field('245', '10', 'a / '))
  expect(toIncoming({ record: source, dialect: 'marc21' })).toEqual({ refused: 'no-title', detail: 'The record has no title.' })
})
