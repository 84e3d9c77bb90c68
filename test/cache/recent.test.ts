import { describe, expect, it } from 'vitest'
import { openRecent } from '../../worker/cache/recent.ts'

describe('what was used last', () => {
  it('forgets first what was not used for longest', () => {
    const recent = openRecent<string>(3)
    for (const key of ['a', 'b', 'c']) recent.set(key, key)
    recent.get('a')
    recent.set('d', 'd')
    expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual(['a', undefined, 'c', 'd'])
  })

  it('never weighs more than it may, whatever replaces what', () => {
    const recent = openRecent<number>(10, (weight) => weight)
    for (const weight of [4, 4, 4, 9, 1, 3, 7]) recent.set(`of ${weight}`, weight)
    expect([4, 9, 1, 3, 7].map((weight) => recent.get(`of ${weight}`))).toEqual([undefined, undefined, undefined, 3, 7])
  })

  it('holds nothing that alone is too heavy', () => {
    const recent = openRecent<number>(10, (weight) => weight)
    recent.set('heavy', 11)
    expect(recent.get('heavy')).toBeUndefined()
  })
})
