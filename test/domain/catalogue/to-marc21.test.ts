import { describe, expect, it } from 'vitest'
import { fromMarc21 } from '../../../worker/domain/catalogue/from-marc21.ts'
import { toMarc21 } from '../../../worker/domain/catalogue/to-marc21.ts'
import { parseIso2709 } from '../../../worker/formats/iso2709.ts'
import { parseMarcxml } from '../../../worker/formats/marcxml.ts'
import { writeIso2709 } from '../../../worker/formats/write-iso2709.ts'
import { writeMarcxml } from '../../../worker/formats/write-marcxml.ts'
import { aDescription } from '../../support/descriptions.ts'

const DESCRIPTION = aDescription({
  title: 'Абай жолы',
  subtitle: 'роман-эпопея',
  part: '1-кітап',
  author: 'Әуезов, Мұхтар',
  contributors: [{ name: 'Жүнісов, Сәкен', role: 'құраст' }],
  responsibility: 'Мұхтар Әуезов',
  languages: ['kaz'],
  edition: '2-бас',
  place: 'Алматы',
  publisher: 'Жазушы & <К°>',
  year: 2007,
  extent: '400 б.',
  series: ['Қазақ романы'],
  isbns: ['9786010000001'],
  subjects: ['қазақ әдебиеті'],
  keywords: ['роман'],
  classes: [
    { scheme: 'bbk', value: '84(5Қаз)' },
    { scheme: 'udc', value: '821.512.122' },
  ],
  shelfmark: '84(5Қаз) Ә',
  notes: ['Алғаш 1942 жылы шыққан'],
  abstract: 'Абай туралы роман',
})
const COPIES = [{ library: 'Орталық кітапхана', location: null, shelfmark: '84(5Қаз) Ә', barcode: 'B1' }]
const RECORD = toMarc21({ id: 1, description: DESCRIPTION, copies: COPIES, address: 'https://library.example/record/1' })

describe('a record sent as MARC 21', () => {
  it.each([
    ['ISO 2709', () => parseIso2709(writeIso2709(RECORD), 'utf-8')],
    ['MARCXML', () => parseMarcxml(writeMarcxml(RECORD, true))],
  ])('says as %s what the catalogue says when it is read again', (_, sentAndRead) => {
    const read = sentAndRead()
    if (typeof read === 'string') throw new Error(read)
    const { description, copies } = fromMarc21(read)
    expect(description).toMatchObject({ ...DESCRIPTION, shelfmark: '84(5Қаз) Ә' })
    expect(copies).toMatchObject([{ barcode: 'B1', shelfmark: '84(5Қаз) Ә' }])
  })

  it('has a leader of 24 and a fixed field of 40 characters', () => {
    expect(RECORD.leader).toHaveLength(24)
    expect(RECORD.fields.find(({ tag }) => tag === '008')?.value).toHaveLength(40)
  })
})
