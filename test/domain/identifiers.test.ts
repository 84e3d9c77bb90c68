import { describe, expect, it } from 'vitest'
import { cardNumber, copyBarcode, isCard, isCopyBarcode } from '../../worker/domain/identifiers.ts'

describe('card and copy numbers', () => {
  it('have fourteen digits: type, library, serial, check digit', () => {
    expect(cardNumber(1)).toBe('27103000000019')
    expect(copyBarcode(1)).toBe('37103000000017')
    expect(cardNumber(99_999_999)).toMatch(/^27103\d{9}$/)
  })

  it('are told apart', () => {
    expect(isCard(cardNumber(42))).toBe(true)
    expect(isCard(copyBarcode(42))).toBe(false)
    expect(isCopyBarcode(copyBarcode(42))).toBe(true)
    expect(isCopyBarcode(cardNumber(42))).toBe(false)
  })

  it('betray every single mistyped digit', () => {
    const right = copyBarcode(20_431)
    for (let at = 0; at < right.length; at++) {
      for (const digit of '0123456789') {
        if (digit !== right[at]) expect(isCopyBarcode(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false)
      }
    }
  })

  it('refuse serials that do not fit', () => {
    for (const serial of [-1, 1.5, 100_000_000, Number.NaN]) expect(() => cardNumber(serial)).toThrow(RangeError)
    for (const text of ['', '2710300000001', '27103000000018', ' 27103000000019', '२7103000000019']) expect(isCard(text)).toBe(false)
  })
})
