import { describe, expect, it } from 'vitest'
import type { Hit, Reason } from '../../../../worker/domain/catalogue/hit.ts'
import { parseQuery } from '../../../../worker/domain/catalogue/query/parse-query.ts'
import { asUnknown, isThereByChance, metByChance } from '../../../../worker/domain/catalogue/spelling/chance.ts'

const book = (title: string, ...why: Reason[]): Hit => ({
  id: 1,
  title,
  author: null,
  year: null,
  language: 'eng',
  shelfmark: null,
  copies: { total: 1, available: 1 },
  why,
})
const ending = (word: string, found: string | null): Reason => ({ word, field: 'title', how: 'ending', found })
const TOOLS = book('Decision-making tools', ending('толсой', 'tools'))
const near = { known: true, isSpelt: false, near: [], halves: [] }
const met = (q: string, hits: Hit[], isSpelt = false) =>
  [...metByChance(new Map(parseQuery(q).words.map((word) => [word, { ...near, isSpelt }])), hits)].map(({ written }) => written)

describe('what is met by chance', () => {
  it('is a Cyrillic word of which but a stem stands in a word in other letters, in every hit', () => {
    expect(met('толсой', [TOOLS])).toEqual(['толсой'])
    expect(met('толсой', [TOOLS, book('Толсоева', ending('толсой', 'толсоева'))])).toEqual([])
    expect(met('толсой', [TOOLS, book('Tolsoi', { word: 'толсой', field: 'title', how: 'letters', found: 'tolsoi' })])).toEqual([])
    expect(met('толсой', [])).toEqual([])
  })

  it('is what a note on a book in other letters has of it, unless that is the very word', () => {
    const inNote = (word: string): Reason => ({ word, field: 'note', how: 'letters', found: null })
    expect(met('қолныда', [book('Jahre des Terrors', inNote('қолныда'))])).toEqual(['қолныда'])
    expect(met('кёльн', [book('Jahre des Terrors', inNote('кёльн'))], true)).toEqual([])
    expect(met('қолныда', [book('Дети Арбата', inNote('қолныда'))])).toEqual([])
  })

  it('is no Latin word: of it an ending is an ending', () => {
    expect(met('toolsoi', [book('Tools', ending('toolsoi', 'tools'))])).toEqual([])
  })

  it('is then unknown, and nothing that it met is offered for it', () => {
    const { words } = parseQuery('толсой')
    const known = new Map(words.map((word) => [word, { ...near, near: ['tols', 'tolstoi'] }]))
    expect([...asUnknown({ words: known, met: new Map() }, new Set(words)).words.values()]).toEqual([
      { ...near, known: false, near: ['tolstoi'] },
    ])
    expect(asUnknown({ words: known, met: new Map() }, new Set()).words).toEqual(known)
  })

  it('leaves a book in other letters of which nothing that was asked for is to be seen', () => {
    const note: Reason = { word: 'дама', field: 'note', how: 'letters', found: null }
    expect(isThereByChance(book('Lamḥat al-mukhtaṭif', note))).toBe(true)
    expect(isThereByChance(book('Пиковый король', note))).toBe(false)
    expect(isThereByChance(book('Dama', note, { word: 'дама', field: 'title', how: 'letters', found: 'dama' }))).toBe(false)
  })
})
