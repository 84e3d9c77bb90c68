import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, CHOICES, filtersChosen, readAddress, searchOf, toggled, withoutFilters } from '../../web/src/opac/address.ts'

const search = readAddress('?q=абай&branch=1&branch=2&language=kaz&available=1&sort=year&cursor=next&exact=1')
const value = fc.string({ minLength: 1, maxLength: 12 })
const queryOf = (address: string) => new URL(address, 'http://library.example').search
const anySearch = fc.record({
  q: fc.string(),
  chosen: fc.record(Object.fromEntries(CHOICES.map((choice) => [choice, fc.uniqueArray(value, { maxLength: 4 })]))),
  available: fc.boolean(),
  sort: fc.constantFrom('relevance', 'year', 'title', 'author', 'newest'),
  cursor: fc.string(),
  exact: fc.boolean(),
})

describe('the address of a search', () => {
  it('says all of the search: several branches, the sort, the page', () => {
    expect(search.chosen).toMatchObject({ branch: ['1', '2'], language: ['kaz'], subject: [] })
    expect(search).toMatchObject({ q: 'абай', available: true, sort: 'year', cursor: 'next', exact: true })
  })

  it('reads back what it wrote, whatever was typed', () => {
    fc.assert(
      fc.property(anySearch, (any) => {
        const once = readAddress(queryOf(addressOf(any as typeof search)))
        expect(readAddress(queryOf(addressOf(once)))).toEqual(once)
        expect(once).toMatchObject({ chosen: any.chosen, available: any.available, sort: any.sort, exact: any.exact })
      }),
    )
  })

  it('a ticked filter begins at the first page, and ticked again it is gone', () => {
    const ticked = toggled(search, 'language', 'rus')
    expect(ticked).toMatchObject({ cursor: '', chosen: { language: ['kaz', 'rus'] } })
    expect(toggled(ticked, 'language', 'rus').chosen).toEqual(search.chosen)
  })

  it('counts the filters, and lets go of all of them but not of the words', () => {
    expect(filtersChosen(search)).toBe(4)
    expect(addressOf(withoutFilters(search))).toBe(`/search?${new URLSearchParams({ q: 'абай', sort: 'year', exact: '1' })}`)
    expect(addressOf(searchOf({ author: 'Әуезов, М.' }))).toBe(`/search?${new URLSearchParams({ author: 'Әуезов, М.' })}`)
  })
})
