import { describe, expect, it } from 'vitest'
import { type AskedSearch, cacheKey, filterGroups, findsNothing, searchQuery } from '../../../worker/domain/catalogue/search-query.ts'
import { NOTHING_ASKED } from '../../support/nothing-asked.ts'

const keyOf = (search: Partial<AskedSearch>) => cacheKey(searchQuery({ ...NOTHING_ASKED, ...search }))

describe('the same question', () => {
  it.each([
    ['  Абай   жолы ', 'АБАЙ ЖОЛЫ'],
    ['“абай жолы”', '«Абай жолы»'],
    ['автор: әуезов', 'авторы:Әуезов'],
    ['абай OR әуезов', 'абай|әуезов'],
    ['год:1990-1999', 'жылы:1999-1990'],
    ['978-9965-18-276-1', '978 9965 18 276 1'],
  ])('has one key: %s and %s', (one, other) => {
    expect(keyOf({ q: one })).toBe(keyOf({ q: other }))
  })

  it('has one key in whatever order its filters are chosen', () => {
    expect(keyOf({ branches: [10, 2, 2], languages: ['rus', 'kaz'] })).toBe(keyOf({ branches: [2, 10], languages: ['kaz', 'rus', 'kaz'] }))
    expect(keyOf({ authors: ['Әуезов, Мұхтар'] })).toBe(keyOf({ authors: ['ауезов, мухтар'] }))
  })
})

describe('another question', () => {
  it.each([
    ['абай жолы', 'жолы абай'],
    ['абай жолы', '"абай жолы"'],
    ['абай жолы', 'абай OR жолы'],
    ['абай', 'title:абай'],
    ['абай', 'аба*'],
    ['абай', '-абай'],
    ['әт', 'ат'],
    ['іс шара', 'іс-шара'],
    ['война мир', 'война и мир'],
    ['rj;f', 'rj f'],
    ['-мір', 'NOT мір'],
    ['«абай жолы»', '"абай жолы"'],
    ['Обломов -Гончаров', 'обломов -гончаров'],
    ['АБАЙ ИЛИ ПУШКИН', 'абай или пушкин'],
    ['Әуезов М. Абай жолы. Роман', 'Әуезов М Абай жолы Роман'],
  ])('has another key: %s and %s', (one, other) => {
    expect(keyOf({ q: one })).not.toBe(keyOf({ q: other }))
  })

  it('has another key by filter, sort, page and size', () => {
    const others = [
      { available: true },
      { sort: 'title' as const },
      { cursor: 'r20' },
      { limit: 10 },
      { exact: true },
      { decades: [1990] },
      { branches: [1] },
    ]
    expect(new Set([keyOf({}), ...others.map(keyOf)]).size).toBe(others.length + 1)
  })
})

it('asks every facet for one of its chosen values', () => {
  expect(filterGroups(searchQuery({ ...NOTHING_ASKED, languages: ['rus', 'kaz'], decades: [1990], groups: ['fiction'] }))).toEqual([
    ['qlkaz', 'qlrus'],
    ['qd199'],
    ['qgfiction'],
  ])
})

it('finds nothing by signs alone, and everything by no words', () => {
  expect(findsNothing(searchQuery({ ...NOTHING_ASKED, q: ' !!! ' }))).toBe(true)
  expect(findsNothing(searchQuery({ ...NOTHING_ASKED, q: '  ' }))).toBe(false)
  expect(findsNothing(searchQuery({ ...NOTHING_ASKED, q: '-абай' }))).toBe(false)
})
