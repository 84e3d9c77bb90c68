import { describe, expect, it } from 'vitest'
import { shownAnswer } from '../../worker/cache/shown-answer.ts'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'

const NO_FACETS = { branch: [], available: [], language: [], decade: [], class: [], author: [], subject: [] }
const hit = (id: number) => ({
  id,
  title: '',
  author: null,
  year: null,
  language: 'kaz',
  shelfmark: null,
  copies: { total: 2, available: 2 },
})
const kept = (total: number, estimated = false): SearchAnswer => ({
  hits: [hit(1), hit(2)],
  total,
  estimated,
  cursor: null,
  facets: { ...NO_FACETS, available: [{ value: '1', count: total }] },
})
const NOW_ON_SHELF = new Map([
  [1, { id: 1, total: 2, available: 0 }],
  [2, { id: 2, total: 2, available: 1 }],
])
const onShelf = (answer: SearchAnswer, wasJustCounted = false) => shownAnswer(answer, NOW_ON_SHELF, wasJustCounted).facets?.available

describe('a kept answer, shown', () => {
  it('has the copies of now', () => {
    expect(shownAnswer(kept(2), NOW_ON_SHELF, false).hits.map(({ copies }) => copies.available)).toEqual([0, 1])
  })

  it('counts anew what is on the shelf when it sees all', () => {
    expect(onShelf(kept(2))).toEqual([{ value: '1', count: 1 }])
  })

  it('does not say how many are on the shelf when nobody knows', () => {
    expect(onShelf(kept(300))).toEqual([])
  })

  it('says it when that is an estimate anyway, or was counted a moment ago', () => {
    expect(onShelf(kept(9_000, true))).toEqual([{ value: '1', count: 9_000 }])
    expect(onShelf(kept(300), true)).toEqual([{ value: '1', count: 300 }])
  })
})
