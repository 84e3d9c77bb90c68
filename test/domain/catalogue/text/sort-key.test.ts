import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortKey } from '../../../../worker/domain/catalogue/text/sort-key.ts'

const inOrder = (titles: string[]) => titles.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))))

describe('the sort key', () => {
  it.each([
    ['the Kazakh alphabet', [...'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ']],
    [
      'numbers by value, then Cyrillic, then Latin, then the rest',
      ['2 том', '10 том', '1984', 'Абай', 'Яхта', 'apple', 'Zebra', 'قازاق', '中文'],
    ],
    [
      'the Kazakh Latin of 2021',
      ['ana', 'az', 'äke', 'bala', 'güzel', 'ğylym', 'nan', 'oıu', 'ol', 'öner', 'şeşe', 'tau', 'uaq', 'ūlt', 'üı', 'zat'],
    ],
    ['the Latin of 2018 by the same letters', ['az', 'áke', 'äpke', 'bala', 'óner', 'öte', 'ult', 'úı', 'zat']],
    ['the Arabic alphabet of Kazakh', ['اتا', 'بالا', 'ءبىلىم', 'گۇل', 'عالىم', 'دالا', 'جول', 'كىتاپ', 'قازاق', 'مەكتەپ', 'ءۇي', 'شاي']],
    ['the shorter title first', ['Ана', 'Ана тілі', 'Аналар']],
    ['parts of a work', ['Абай жолы 2', 'Абай жолы 10']],
    ['words, not their quotes or case', ['«Абай»', 'абай және біз', 'АБАЙ жолы', 'Әуез']],
  ])('puts %s in order', (_, titles) => {
    expect(inOrder(titles.toReversed())).toEqual(titles)
  })

  it('does not see case or marks of punctuation', () => {
    expect(sortKey('«Абай жолы»!')).toBe(sortKey('АБАЙ ЖОЛЫ'))
  })

  it('of a foreign word is that of its bare letters', () => {
    expect(sortKey('Élève')).toBe(sortKey('eleve'))
  })

  it('orders Kazakh words as Intl does, ё apart', () => {
    const { compare } = new Intl.Collator('kk')
    const word = fc.string({ unit: fc.constantFrom(...'аәбвгғджзийкқлмнңоөпрстуұүфхһцчшщыіэюя'), minLength: 1 })
    fc.assert(
      fc.property(
        word,
        word,
        (a, b) => void expect(Math.sign(compare(a, b))).toBe(sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0),
      ),
    )
  })
})
