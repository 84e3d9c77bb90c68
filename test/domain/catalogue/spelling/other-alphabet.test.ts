import { expect, it } from 'vitest'
import { searchQuery } from '../../../../worker/domain/catalogue/search-query.ts'
import { inOtherAlphabet } from '../../../../worker/domain/catalogue/spelling/other-alphabet.ts'
import { keyOf } from '../../../../worker/domain/catalogue/text/fold.ts'
import { NOTHING_ASKED } from '../../../support/nothing-asked.ts'

const readings = (q: string) => inOtherAlphabet(searchQuery({ ...NOTHING_ASKED, q })).map(({ typed }) => keyOf(typed))

it.each([
  ['Ajtmatov', 'Айтматов'],
  ['Towarow', 'Товаров'],
  ['Xenia', 'Ксения'],
  ['Victoria', 'Виктория'],
  ['Philip', 'Филипп'],
  ['Thomas', 'Томас'],
  ['Soloviev', 'Соловьёв'],
  ['Tangzharyq', 'Таңжарық'],
  ['oleng', 'өлең'],
])('%s may be %s', (typed, meant) => {
  expect(readings(typed)).toContain(keyOf(meant))
})

it.each(['abai', 'Абай', 'söngen'])('%s is as it stands', (typed) => {
  expect(readings(typed)).toEqual([])
})
