import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cursor, cursorFor, FIRST_PAGE, readCursor, writeCursor } from '../../../worker/domain/catalogue/search-cursor.ts'

const place = fc.nat({ max: 2 ** 32 })
const total = fc.nat({ max: 100_000_000 })
const cursors: fc.Arbitrary<Cursor> = fc.oneof(
  fc.record({ kind: fc.constant('ranked' as const), offset: fc.nat({ max: 9_999 }) }),
  fc.record({
    kind: fc.constant('after-record' as const),
    total,
    estimated: fc.boolean(),
    recordId: place,
    range: fc.nat({ max: 99_999_999 }),
  }),
  fc
    .record({ total, estimated: fc.boolean(), place, steps: fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 200 }) })
    .map(({ steps, ...cursor }) => {
      let at = cursor.place
      return { kind: 'after-place' as const, ...cursor, shown: steps.map((step) => (at += step)) }
    }),
)

describe('the cursor of a search', () => {
  it('comes back as it was written', () => {
    fc.assert(fc.property(cursors, (cursor) => void expect(readCursor(writeCursor(cursor))).toEqual(cursor)))
  })

  it('is nothing when somebody else wrote it', () => {
    fc.assert(fc.property(fc.string(), (text) => void readCursor(text)))
    for (const text of ['', 'x1', 'r', 'r12345', 's1', 'p1.2.zzzzzzzzzzzzzzzzzz', 'r1;DROP TABLE records']) {
      expect(readCursor(text)).toBeUndefined()
    }
  })
})

it.each([
  ['s9.4.1', 'relevance'],
  ['p9.4', 'title'],
  ['nobody wrote this', 'title'],
  [null, 'year'],
] as const)('begins at the first hit with %s by %s', (text, sort) => {
  expect(cursorFor(text, sort)).toEqual(FIRST_PAGE)
})

it('goes on where the order is the same', () => {
  expect(cursorFor('s9.4.1', 'title')).toEqual(readCursor('s9.4.1'))
  expect(cursorFor('p9.4', 'relevance')).toEqual(readCursor('p9.4'))
  expect(cursorFor('r20', 'title')).toEqual(readCursor('r20'))
})
