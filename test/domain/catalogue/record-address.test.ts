import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordAddress, recordIdIn } from '../../../worker/domain/catalogue/record-address.ts'

describe('the address of a record', () => {
  it('is read aloud and typed: the words of the title in Latin letters', () => {
    expect(recordAddress(123, 'Абай жолы')).toBe('/record/123-abai-zholy')
    expect(recordAddress(7, 'Шығармаларының екі томдық толық жинағы')).toBe('/record/7-shygarmalarynyng-eki-tomdyq-tolyq-zhinagy')
    expect(recordAddress(7, '…')).toBe('/record/7')
    expect(recordAddress(7, 'a b c d e f g h i j')).toBe('/record/7-a-b-c-d-e-f-g-h')
  })

  it('finds the record again, whatever the title', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.string({ unit: 'grapheme' }), (id, title) => {
        const address = recordAddress(id, title)
        expect(recordIdIn(address.slice('/record/'.length))).toBe(id)
        expect(address).not.toMatch(/[\s<>"'&?#%]/)
      }),
    )
  })

  it('names no record when its number is none', () => {
    for (const junk of ['', 'abc', '-1', '0', '1e5', '12abc', '1.5', '99999999999999999999', '%00', '0x10', ' 1']) {
      expect(recordIdIn(junk), junk).toBeUndefined()
    }
    expect(recordIdIn('12-34')).toBe(12)
  })
})
