import { expect, it } from 'vitest'
import { sortedBy } from '../../web/src/i18n/sorted-by.ts'

it('names stand in the order of the Kazakh alphabet, and a list stays as it was', () => {
  const names = ['Қасымова', 'Өмірова', 'Ұлы', 'Оспанов', 'Кәрімов', 'Әлімов', 'Абаев']
  expect(sortedBy(names, (name) => name)).toEqual(['Абаев', 'Әлімов', 'Кәрімов', 'Қасымова', 'Оспанов', 'Өмірова', 'Ұлы'])
  expect(names[0]).toBe('Қасымова')
})
