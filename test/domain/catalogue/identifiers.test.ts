import { expect, test } from 'vitest'
import { isValidIsbn, normalizeIsbn, normalizeIssn } from '../../../worker/domain/catalogue/identifiers.ts'

test.each([
  ['5-7110-0177-9', '9785711001775'],
  ['0-8044-2957-x (pbk.)', '9780804429573'],
  ['080442957Х', '9780804429573'],
  ['978-601-7151-13-3 : 300 тг', '9786017151133'],
  ['5-340-00160-2', '5340001602'],
  ['в пер.', undefined],
])('ISBN %s', (text, isbn) => expect(normalizeIsbn(text)).toBe(isbn))

test.each([
  ['0317-8471', '0317-8471'],
  ['ISSN 2434561x', '2434-561X'],
  ['0317-8472', undefined],
])('ISSN %s', (text, issn) => expect(normalizeIssn(text)).toBe(issn))

test('a printed mistake is told from a right number', () => {
  expect([isValidIsbn('9785711001775'), isValidIsbn('9785711001776'), isValidIsbn('5340001602')]).toEqual([true, false, false])
})
