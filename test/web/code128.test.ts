import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code128 } from '../../web/src/desk/print/code128.ts'
import { copyBarcode } from '../../worker/domain/identifiers.ts'

describe('a barcode on paper', () => {
  it('has the bars of Code 128: start, eleven modules for each symbol, stop', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (serial) => {
        const drawn = code128(copyBarcode(serial))
        // Fourteen digits in pairs: start, seven symbols, check symbol of 11 modules each, and the stop of 13.
        expect(drawn?.width).toBe(9 * 11 + 13)
        const dark = drawn?.bars.map(({ width }) => width) ?? []
        expect(dark.slice(0, 3)).toEqual([2, 1, 3])
        expect(dark.slice(-4)).toEqual([2, 3, 1, 2])
        expect(Math.max(...dark)).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('is none for what Code 128 cannot write', () => {
    expect(code128('Қ-117')).toBeUndefined()
  })
})
