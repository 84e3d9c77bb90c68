import { describe, expect, it } from 'vitest'
import { readAddress, toggled } from '../../web/src/opac/address.ts'
import { offersOf, withCounts } from '../../web/src/opac/facet-offers.ts'
import type { Facets } from '../../worker/domain/catalogue/search-answer.ts'

const NONE: Facets = { branch: [], available: [], language: [], decade: [], class: [], author: [], subject: [] }
const ALL = [
  { value: 'kaz', count: 7 },
  { value: 'rus', count: 4 },
]
const search = readAddress('?q=абай')
const kazakh = toggled(search, 'language', 'kaz')
const first = withCounts({}, search, { ...NONE, language: ALL })

describe('the filters offered', () => {
  it('still offers the other languages, with their counts, when one is chosen', () => {
    const then = withCounts(first, kazakh, { ...NONE, language: [{ value: 'kaz', count: 7 }] })
    expect(offersOf(then, kazakh, 'language')).toEqual(ALL)
  })

  it('counts anew when the words or another filter have changed', () => {
    const narrower = toggled(kazakh, 'branch', '3')
    const then = withCounts(first, narrower, { ...NONE, language: [{ value: 'kaz', count: 2 }] })
    expect(offersOf(then, narrower, 'language')).toEqual([{ value: 'kaz', count: 2 }])
  })

  it('keeps a chosen value that nothing was found for, so that it can be taken off', () => {
    expect(offersOf(withCounts({}, kazakh, NONE), kazakh, 'language')).toEqual([{ value: 'kaz', count: null }])
  })

  it('keeps the counts of the first page on pages that have none', () => {
    const deep = { ...search, cursor: 'far' }
    expect(offersOf(withCounts(first, deep, null), deep, 'language')).toEqual(ALL)
  })
})
