import { expect, test } from 'vitest'
import { worthProtecting } from '../../../../worker/domain/catalogue/headings/worth-protecting.ts'

test('words that the stemmer would cut, in themselves or in a form, are protected, the most used first', () => {
  const headings = [
    { label: 'Төлеген', records: 2 },
    { label: 'Есенберлин, Шерхан', records: 1 },
    { label: 'Қарағанды', records: 9 },
    { label: 'Қазақстан тарихы', records: 50 },
    { label: 'Кітапханалар', records: 50 },
    { label: 'Handel, George', records: 50 },
  ]
  const words = worthProtecting(headings)
  expect(words[0]).toBe('караганди')
  expect(words).toContain('шерхан')
  expect(words.some((word) => /тарих|китапхана|handel/.test(word))).toBe(false)
})

test('never more than the index can carry', () => {
  const many = Array.from({ length: 9_000 }, (_, number) => ({
    label: `${[...String(number)].map((digit) => `${'бгджзклмнп'[Number(digit)]}а`).join('')}ханы`,
    records: number,
  }))
  expect(worthProtecting(many).length).toBeLessThanOrEqual(5_000)
})
