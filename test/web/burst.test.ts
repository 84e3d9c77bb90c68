import { describe, expect, it } from 'vitest'
import { type Burst, goOn, isScanned } from '../../web/src/desk/scanner/burst.ts'

/** Keys with so many milliseconds before each, then Enter after as many. */
function typed(text: string, gap: number | ((index: number) => number), enter?: number) {
  const before = (index: number) => (typeof gap === 'number' ? gap : gap(index))
  let at = 1_000
  let burst: Burst | undefined
  for (const [index, key] of [...text].entries()) {
    at += before(index)
    burst = goOn(burst, key, at)
  }
  return burst !== undefined && isScanned(burst, at + (enter ?? before(text.length)))
}
const CARD = '27103000000019'

describe('a burst of keys', () => {
  it('of a scanner on a cable or over the air is a scan', () => {
    for (const gap of [0, 1, 8, 20, 35]) expect(typed(CARD, gap), `${gap} ms`).toBe(true)
    expect(typed(CARD, (index) => (index % 5 === 4 ? 70 : 10))).toBe(true)
    expect(typed('0035998', 10)).toBe(true)
    expect(typed('BK-2026/7', 10)).toBe(true)
  })

  it('of fingers is not, however fast', () => {
    for (const gap of [60, 90, 120, 400]) expect(typed(CARD, gap), `${gap} ms`).toBe(false)
    expect(typed(CARD, (index) => (index % 2 === 0 ? 20 : 75))).toBe(false)
    expect(typed(CARD, 5, 300)).toBe(false)
  })

  it('is not a scan when it is a word, or too short', () => {
    expect(typed('Сейфуллин', 5)).toBe(false)
    expect(typed('balkhash', 5)).toBe(false)
    expect(typed('12345', 5)).toBe(false)
    expect(typed('', 5)).toBe(false)
  })

  it('begins where the fingers stopped', () => {
    expect(typed(`Кітап ${CARD}`, (index) => (index <= 6 ? 150 : 4))).toBe(true)
    expect(typed(`Кітап ${CARD}`, 4)).toBe(true)
    expect(typed(`99${CARD}`, (index) => (index <= 2 ? 150 : 4))).toBe(true)
  })
})
