import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchOf } from '../../../../worker/domain/catalogue/query/match.ts'
import { parseQuery } from '../../../../worker/domain/catalogue/query/parse-query.ts'
import { smallIndex } from './small-index.ts'

const SECRET = 'Құпия'
const index = smallIndex([
  { title: 'Абай жолы', author: 'Әуезов, Мұхтар' },
  { title: 'Путь Абая', author: 'Ауэзов, Мухтар', language: 'rus' },
  { title: 'Near the Wall OR Not', author: 'Smith, Ann', language: 'eng' },
  { title: SECRET, author: 'Иванов, Пётр' },
])

const signs = fc.constantFrom(
  ...[
    '"',
    "'",
    '«',
    '»',
    '“',
    '”',
    '„',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ':',
    '^',
    '*',
    '+',
    '-',
    '--',
    '|',
    '?',
    ',',
    ';',
    '\\',
    '/',
    '%',
    '\u0000',
    '\n',
    ' ',
    '  ',
  ],
  ...[
    'OR',
    'AND',
    'NOT',
    'NEAR',
    'NEAR(',
    'ИЛИ',
    'НЕМЕСЕ',
    'rowid',
    'title',
    'filter',
    'filter:',
    '{filter}:',
    'title:',
    'автор:',
    'жылы:',
    'isbn:',
    'шифр:',
  ],
  ...['абай', 'Абай', 'жолы', 'a', 'ə', '1990', '1990-2000', '978', 'qz', 'qb1', 'yabai', '#', 'qx', '٣', '中', 'é', 'ё\u0301', '\ud800'],
)
const mixed = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''))
const texts = fc.oneof(
  { weight: 4, arbitrary: mixed },
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

/** All that a MATCH may be made of: terms in quotes, columns by name, and the operators. */
const ALLOWED = /^(?:"[a-z0-9]+(?: [a-z0-9]+)*"(?: \*)?|\{(?:title|author|series|subject|note|shelfmark)\} :|AND|OR|NOT|[() ])+$/

describe('any text at all', () => {
  it('is understood by FTS5, and nothing of it stands outside quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const match = matchOf(parseQuery(text), [['qb1', 'qb2']])
        expect(match).toMatch(ALLOWED)
        index.matching(match)
      }),
      { numRuns: 5_000 },
    )
  })

  it('cannot name a filter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('qz', 'qb1', 'qlkaz', 'yabai', 'filter:qz', '{filter}:qz', '"qz"', 'qz*', 'title:qz', 'YABAI'),
        mixed,
        (filter, text) => {
          const match = matchOf(parseQuery(`${filter} ${text}`), [])
          expect(match.replaceAll('("qz") NOT', '').replaceAll('"qz" AND', '')).not.toMatch(/"(?!qn\d|qd\d|qi\d|qz")[qy]/)
        },
      ),
      { numRuns: 1_000, examples: [['qz', 'isbn:x1990-2000']] },
    )
    expect(index.found('qz')).toEqual([])
    expect(index.found('filter:qz')).toEqual([])
    expect(index.found('yabai')).toEqual([])
  })

  it('reads the same a second time', () => {
    fc.assert(
      fc.property(texts, (text) => void expect(parseQuery(text)).toEqual(parseQuery(text))),
      { numRuns: 300 },
    )
  })

  it('of many parentheses, alternatives or words stays within the limits of FTS5', () => {
    const much = [
      '(',
      '(a ',
      'a|',
      'a OR ',
      '"a" ',
      '-a ',
      '«',
      'title:',
      'title:(',
      'year:-',
      "y'",
      'а-',
      'сөз*',
      'абай ',
      '-(',
      'isbn:1 ',
      'шифр:(',
    ]
    for (const piece of much) {
      const match = matchOf(parseQuery(piece.repeat(10_000 / piece.length)), [])
      expect(match.length).toBeLessThan(8_000)
      index.matching(match)
    }
  })
})

describe('adding words', () => {
  const words = fc.array(
    fc.constantFrom('абай', 'жолы', 'путь', 'Мухтар', 'ауэзов', '"абай жолы"', 'title:абай', '-путь', 'near', 'аба*', '(абай)', 'kitap'),
    {
      minLength: 1,
      maxLength: 30,
    },
  )

  it('never finds more', () => {
    fc.assert(
      fc.property(words, words, (few, more) => {
        const wide = index.found(few.join(' '))
        for (const title of index.found([...few, ...more].join(' '))) expect(wide).toContain(title)
      }),
      { numRuns: 1_000 },
    )
  })
})
