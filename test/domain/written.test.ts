import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countText,
  dayText,
  decimalText,
  LANGUAGES,
  longDayText,
  moneyText,
  monthName,
  weekdayLetters,
  weekdayName,
} from '../../worker/domain/written.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('numbers and days as the library writes them', () => {
  it('parts thousands with a space that does not break a line', () => {
    expect(countText(650_000)).toBe('650\u00a0000')
    expect([0, 999, 1_000, 12_345_678].map((count) => plain(countText(count)))).toEqual(['0', '999', '1 000', '12 345 678'])
  })

  it('writes decimals with a comma in Kazakh and Russian and a point in English', () => {
    expect(plain(decimalText(17_567.567, 'kk', 1))).toBe('17 567,6')
    expect(decimalText(1.3, 'ru')).toBe('1,30')
    expect(decimalText(-0.5, 'en', 1)).toBe('−0.5')
    expect(decimalText(-0.001, 'kk')).toBe('0,00')
  })

  it('writes every decimal so that it can be read back', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const text = decimalText(value, 'en').replaceAll('\u00a0', '').replace('−', '-')
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.005_000_1)
      }),
    )
  })

  it('writes money in whole tenge with the sign behind', () => {
    expect(plain(moneyText(69_200_000))).toBe('692 000 ₸')
    expect(plain(moneyText(-1_250))).toBe('−13 ₸')
  })

  it('writes days in three languages', () => {
    expect(dayText('2026-03-21T05:00:00Z')).toBe('21.03.2026')
    expect(LANGUAGES.map((language) => longDayText('2026-03-21', language))).toEqual([
      '2026 жылғы 21 наурыз',
      '21 марта 2026 года',
      '21 March 2026',
    ])
    expect(LANGUAGES.map((language) => monthName(3, language))).toEqual(['Наурыз', 'Март', 'March'])
  })

  it('knows twelve months and seven weekdays in every language, none twice', () => {
    for (const language of LANGUAGES) {
      const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1, language))
      const week = Array.from({ length: 7 }, (_, index) => weekdayName(index + 1, language))
      const letters = Array.from({ length: 7 }, (_, index) => weekdayLetters(index + 1, language))
      for (const names of [months, week, letters]) expect(new Set(names.filter((name) => name !== '')).size).toBe(names.length)
    }
  })
})
