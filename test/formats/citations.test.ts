import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeBibtex } from '../../worker/formats/write-bibtex.ts'
import { writeRis } from '../../worker/formats/write-ris.ts'
import { aDescription } from '../support/descriptions.ts'

const ADDRESS = 'https://library.example/record/1'
const hostile = fc.string({
  unit: fc.constantFrom('{', '}', '\\', '%', '&', '$', '#', '_', '~', '^', '"', '\n', '\r', '\u2028', ' ', 'ә', 'A', '@', ','),
})

/** Whether every brace has its pair, counted as BibTeX counts them: a backslash does not hide one. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    if (depth < 0) return false
  }
  return depth === 0
}

describe('BibTeX', () => {
  it('says who, what, where and when', () => {
    const book = aDescription({
      title: 'Абай жолы',
      author: 'Әуезов, Мұхтар',
      place: 'Алматы',
      publisher: 'Жазушы & К°',
      year: 2007,
      isbns: ['9786010000001'],
    })
    expect(writeBibtex(1, book, ADDRESS)).toBe(
      [
        '@book{bulaq1,',
        '  author = {Әуезов, Мұхтар},',
        '  title = {Абай жолы},',
        '  address = {Алматы},',
        '  publisher = {Жазушы \\& К°},',
        '  year = {2007},',
        '  isbn = {9786010000001},',
        '  langid = {kazakh},',
        `  url = {${ADDRESS}}`,
        '}',
        '',
      ].join('\n'),
    )
  })

  it('keeps a body whose name holds an "and" as one author', () => {
    expect(writeBibtex(1, aDescription({ title: 'x', author: 'Ministry of Culture and Sport' }), ADDRESS)).toContain(
      'author = {{Ministry of Culture and Sport}}',
    )
  })

  it('is one balanced entry, whatever the record says', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, author, publisher) => {
        const entry = writeBibtex(1, aDescription({ title, author, publisher, keywords: [title] }), ADDRESS)
        expect(isBalanced(entry)).toBe(true)
        expect(entry.split('\n').filter((line) => /^@|^\}/.test(line))).toEqual(['@book{bulaq1,', '}'])
      }),
    )
  })
})

describe('RIS', () => {
  it('says who, what, where and when, one line for each', () => {
    const book = aDescription({ title: 'Абай жолы', author: 'Әуезов, Мұхтар', year: 2007, subjects: ['роман', 'тарих'], language: 'kaz' })
    expect(writeRis(1, book, ADDRESS).split('\r\n')).toEqual([
      'TY  - BOOK',
      'ID  - bulaq1',
      'AU  - Әуезов, Мұхтар',
      'TI  - Абай жолы',
      'PY  - 2007',
      'LA  - kaz',
      'KW  - роман',
      'KW  - тарих',
      `UR  - ${ADDRESS}`,
      'ER  - ',
      '',
    ])
  })

  it('lets no title begin another field', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = writeRis(1, aDescription({ title: `${text}\r\nER  - \nTY  - HACK`, abstract: text }), ADDRESS).split(
          /\r\n|[\n\r\u2028\u2029]/,
        )
        expect(lines.filter((line) => line.startsWith('TY  - '))).toEqual(['TY  - BOOK'])
        expect(lines.filter((line) => line.startsWith('ER  - '))).toHaveLength(1)
      }),
    )
  })
})
