import { expect, test } from 'vitest'
import { toIncoming } from '../../../worker/domain/catalogue/describe.ts'
import { fromUnimarc } from '../../../worker/domain/catalogue/from-unimarc.ts'
import type { MarcField } from '../../../worker/domain/catalogue/marc-record.ts'
import { control, field, record } from '../../formats/sample-records.ts'

const leader = '00000nam0 2200000 i 450 '
const describeFields = (...fields: MarcField[]) => fromUnimarc(record(leader, ...fields)).description
const title = field('200', '1 ', 'aУездное', 'aМы', 'e[романы]', 'fЕ. Замятин', 'gсост. И. Иванов')

test('a RUSMARC book', () => {
  const description = describeFields(
    field('010', '  ', 'a5-7390-0346-6', 'd300'),
    field('100', '  ', 'a19980708d1997    u||y0rusy0102    ca'),
    field('101', '1 ', 'arus', 'cfre'),
    title,
    field('205', '  ', 'a2-е изд.'),
    field('210', '  ', 'aМ.', 'cАСТ', 'd1997'),
    field('215', '  ', 'a607 с.', 'd20'),
    field('225', '1 ', 'aШкола классики', 'v3'),
    field('330', '  ', 'aСборник.'),
    field('600', ' 1', 'aЗамятин', 'bЕ. И.', 'gЕвгений Иванович', 'xИзучение'),
    field('606', ' 1', 'aРусская литература', 'yРоссия'),
    field('610', '0 ', 'aроман'),
    field('675', '  ', 'a821.161.1'),
    field('686', '  ', 'a84(2Рос)6', '2rubbk'),
    field('700', ' 1', 'aЗамятин', 'bЕ. И.', 'gЕвгений Иванович'),
    field('702', ' 1', 'aИванов', 'bИ.', '4220'),
  )
  expect(description).toMatchObject({
    kind: 'book',
    title: 'Уездное ; Мы',
    responsibility: 'Е. Замятин ; сост. И. Иванов',
    author: 'Замятин, Евгений Иванович',
    contributors: [{ name: 'Иванов, И.', role: '220' }],
    language: 'rus',
    originalLanguage: 'fre',
    place: 'М.',
    publisher: 'АСТ',
    year: 1997,
    extent: '607 с.',
    series: ['Школа классики ; 3'],
    isbns: ['9785739003461'],
    subjects: ['Замятин, Евгений Иванович — Изучение', 'Русская литература — Россия'],
    keywords: ['роман'],
    classes: [
      { scheme: 'udc', value: '821.161.1' },
      { scheme: 'bbk', value: '84(2Рос)6' },
    ],
    abstract: 'Сборник.',
  })
})

test('a volume names its set', () => {
  const description = describeFields(
    field('200', '1 ', 'aСобрание сочинений', 'vТ. 2', 'iПовести'),
    field('461', ' 0', '1001RU1', '12001 ', 'aСобрание сочинений', 'v2'),
  )
  expect(description).toMatchObject({ title: 'Собрание сочинений', part: 'Т. 2, Повести', series: ['Собрание сочинений ; 2'] })
})

test('the year comes from the coded data when the imprint is silent', () => {
  expect(describeFields(title, field('100', '  ', 'a19980708d1997    u||y0rusy')).year).toBe(1997)
})

test('copies and identity', () => {
  const source = record(
    leader,
    control('001', 'RU\\NLR\\1980'),
    title,
    field('801', ' 0', 'aRU', 'bNLR', 'c1998'),
    field('899', '  ', 'aНБ', 'jА 12', 'p000123'),
    field('899', '  ', 'aНБ', 'jА 12'),
  )
  expect(toIncoming({ record: source, dialect: 'unimarc' })).toMatchObject({
    agency: 'NLR',
    controlNumber: 'RU\\NLR\\1980',
    description: { shelfmark: 'А 12' },
    copies: [{ barcode: '000123', location: 'НБ', shelfmark: 'А 12' }],
  })
})

test('deleted records and records without a title are refused', () => {
  const deleted = record('00000dam0 2200000 i 450 ', title)
  expect(toIncoming({ record: deleted, dialect: 'unimarc' })).toMatchObject({ refused: 'deleted-record' })
  expect(toIncoming({ record: record(leader), dialect: 'unimarc' })).toMatchObject({ refused: 'no-title' })
})
