import { expect, test } from 'vitest'
import { toIncoming } from '../../../worker/domain/catalogue/describe.ts'
import { parseIrbisText } from '../../../worker/formats/irbis-text.ts'

function incoming(text: string) {
  const record = parseIrbisText(text)
  return typeof record === 'string' ? record : toIncoming({ record, dialect: 'irbis' })
}

test('a book with its copies', () => {
  const read = incoming(`#920: PAZK
#903: 84/Г 14-602720
#906: 84(2Рос)6
#908: Г 14
#101: rus
#10: ^a5-7110-0177-9^d300
#200: ^AЧук и Гек^EРассказ^FА. Гайдар
#210: ^aМ.^cДетгиз^d1957
#215: ^A48
#225: ^aШкольная библиотека
#610: дети
#621: 84(2Рос)6
#675: 82-93
#964: 17
#606: ^AРусская литература
#700: ^AГайдар^BА. П.^GАркадий Петрович
#702: ^4340 ред.^AИванов^BИ. И.
#910: ^A0^B1001^DЧЗ^H2000001^E12.50
#910: ^A6^B1002^DЧЗ
#910: ^AU^B20^DАБ`)
  expect(read).toMatchObject({
    controlNumber: '84/Г 14-602720',
    description: {
      kind: 'book',
      title: 'Чук и Гек',
      subtitle: 'Рассказ',
      author: 'Гайдар, Аркадий Петрович',
      contributors: [{ name: 'Иванов, И. И.', role: 'ред.' }],
      year: 1957,
      extent: '48 с.',
      shelfmark: '84(2Рос)6 Г 14',
      authorMark: 'Г 14',
      subjects: ['Русская литература'],
      keywords: ['дети'],
      classes: [
        { scheme: 'udc', value: '82-93' },
        { scheme: 'bbk', value: '84(2Рос)6' },
        { scheme: 'other', value: '17' },
      ],
    },
    copies: [{ barcode: '2000001', inventoryNumber: '1001', location: 'ЧЗ', price: 1250 }],
  })
})

test('a volume is a title of its own in its set', () => {
  const read = incoming(
    '#920: SPEC\n#200: ^VКн. 3^AСтранные люди\n#461: ^CСобрание сочинений^GНадежда-1\n#961: ^AШукшин^BВ. М.^GВасилий Макарович',
  )
  expect(read).toMatchObject({
    description: {
      title: 'Странные люди',
      part: 'Кн. 3',
      series: ['Собрание сочинений'],
      publisher: 'Надежда-1',
      author: 'Шукшин, Василий Макарович',
    },
  })
})

test('a volume without a title takes the name of its set', () => {
  expect(incoming('#920: SPEC\n#200: ^VТ. 2\n#461: ^CСобрание сочинений')).toMatchObject({
    description: { title: 'Собрание сочинений', part: 'Т. 2' },
  })
})

test('the worksheet tells the kind', () => {
  const kind = (sheet: string) => incoming(`#920: ${sheet}\n#200: ^AX`)
  expect(kind('ASP')).toMatchObject({ description: { kind: 'article' } })
  expect(kind('J')).toMatchObject({ description: { kind: 'serial' } })
})

test('a record without a title is refused', () => {
  expect(incoming('#920: PAZK\n#900: ^B05')).toMatchObject({ refused: 'no-title' })
})

test('an issue of a serial is not a title', () => {
  expect(incoming('#920: NJ\n#933: У1415\n#934: 1989\n#936: 2')).toMatchObject({ refused: 'serial-issue' })
})
