import { expect, test } from 'vitest'
import { isValidIsbn, nearIsbns, normalizeIsbn, normalizeIssn } from '../../../worker/domain/catalogue/identifiers.ts'

test.each([
  ['5-7110-0177-9', '9785711001775'],
  ['0-8044-2957-x (pbk.)', '9780804429573'],
  ['080442957Х', '9780804429573'],
  ['978-601-7151-13-3 : 300 тг', '9786017151133'],
  ['5-340-00160-2', '5340001602'],
  ['978–601–7151–13–3', '9786017151133'],
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

test.each([
  ['a wrong check digit', '978-5-7110-0177-6'],
  ['another digit changed', '978-5-7210-0177-5'],
  ['two digits exchanged', '978-5-7110-0717-5'],
  ['two exchanged that the check digit does not tell', '9785711001775'.replace('5711', '7511')],
  ['a digit missed', '978-5-7110-0177'],
  ['a digit too many', '978-5-71100-0177-5'],
  ['an ISBN of ten digits with a wrong check digit', '5-7110-0177-8'],
])('an ISBN with %s may be meant', (_, typed) => expect(nearIsbns(typed)).toContain('9785711001775'))

test('few ISBNs are near to a number', () => {
  expect(nearIsbns('9785711001776').length).toBeLessThan(20)
  expect(nearIsbns('12345')).toEqual([])
})
