import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import { packLabel, unpackLabel } from '../../../../worker/domain/catalogue/index/label-letters.ts'

const SEED = 20261126

describe('a packed label', () => {
  it.each([
    'Әуезов, Мұхтар Омарханұлы',
    'ҚАЗАҚСТАН ТАРИХЫ, 1991-2000',
    'Щедрин, Съезд ёлки; Һ І і',
    'Verne, Jules',
    'C++ (язык)',
    '^caret_under_score`"\\',
    'ابای',
    'Čapek – 📚',
    '',
  ])('is read again as it was: %s', (label) => {
    expect(unpackLabel(packLabel(label))).toBe(label)
  })

  it(`is read again whatever it is made of, seed ${SEED}`, () => {
    const random = seededRandom(SEED)
    const letters = [...'аяёЯәһІӨabzAZ^_ ,.-0|é中📚']
    for (let number = 0; number < 500; number += 1) {
      const label = Array.from({ length: random.between(1, 12) }, () => random.pick(letters as [string, ...string[]])).join('')
      expect(unpackLabel(packLabel(label))).toBe(label)
    }
  })

  it('has one byte for a letter of Kazakh and Russian', () => {
    expect(packLabel('қазақ әдебиеті, ыңғай')).toMatch(/^[ -~]{21}$/)
  })
})
