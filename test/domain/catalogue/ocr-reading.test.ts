import { expect, test } from 'vitest'
import { fromMarc21 } from '../../../worker/domain/catalogue/from-marc21.ts'
import { withOcrReading } from '../../../worker/domain/catalogue/ocr-reading.ts'
import { repairOcr } from '../../../worker/domain/catalogue/text/ocr-repair.ts'
import { bookLeader, field, record } from '../../formats/sample-records.ts'

test.each([
  ['мəдениет Əлиева', 'мәдениет Әлиева'],
  ['қьізыл библиографияльіқ', 'қызыл библиографиялық'],
  ['К,азақстан, к,ала', 'Қазақстан, қала'],
  ['кітапха-\nналарымен', 'кітапханаларымен'],
  ['3. Блялова, ма3мұн', 'З. Блялова, мазмұн'],
  ['ҚЬІЗЫЛ ҚА3АҚ', 'ҚЫЗЫЛ ҚАЗАҚ'],
  ['¥лттық ж¥мыс', 'Ұлттық жұмыс'],
  ['1993. № 3', '1993. № 3'],
  ['ətude 3', 'ətude 3'],
])('«%s» probably says «%s»', (read, printed) => {
  expect(repairOcr(read)).toBe(printed)
})

test('a scanned record keeps what was read and is found by what it probably says', () => {
  const scanned = fromMarc21(record(bookLeader, field('100', '1 ', 'aƏуезов, Мұхтар'), field('245', '10', 'aМөктеп к,аласы')))
  const { description, names } = withOcrReading(scanned)
  expect(description).toMatchObject({ title: 'Мөктеп к,аласы', author: 'Əуезов, Мұхтар' })
  expect(description.otherTitles).toEqual([
    { title: 'Мөктеп қаласы', relation: 'reading' },
    { title: 'Мектеп қаласы', relation: 'reading' },
  ])
  expect(names?.[0]?.also).toEqual(['Әуезов, Мұхтар'])
})

test('a record that was read well is left alone', () => {
  const clean = fromMarc21(record(bookLeader, field('245', '10', 'aАбай жолы')))
  expect(withOcrReading(clean).description).toEqual(clean.description)
})
