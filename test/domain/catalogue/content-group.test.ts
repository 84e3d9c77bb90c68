import { describe, expect, it } from 'vitest'
import { contentGroup } from '../../../worker/domain/catalogue/content-group.ts'
import type { ClassScheme, Description } from '../../../worker/domain/catalogue/record.ts'

function classed(...classes: [ClassScheme, string][]): Description {
  return {
    kind: 'book',
    title: 'Кітап',
    contributors: [],
    language: 'kaz',
    languages: [],
    parallelTitles: [],
    series: [],
    isbns: [],
    issns: [],
    subjects: [],
    keywords: [],
    classes: classes.map(([scheme, value]) => ({ scheme, value })),
    notes: [],
  }
}

describe('the content group of a title', () => {
  it.each([
    ['bbk', '63.3(5Қаз)', 'social'],
    ['bbk', '22.1', 'natural'],
    ['bbk', '34.33', 'technical'],
    ['bbk', '85.31', 'art'],
    ['bbk', '84(5Қаз)', 'fiction'],
    ['bbk', '81.2Қаз', 'fiction'],
    ['bbk', '92', 'children'],
    ['udc', '821.512.122-93', 'children'],
    ['udc', '61', 'natural'],
    ['udc', '94(574)', 'social'],
    ['udc', '398(=512.122)', 'fiction'],
    ['ddc', '005.133', 'technical'],
    ['ddc', '[E]', 'children'],
    ['ddc', '813.6', 'fiction'],
    ['lcc', 'PZ7.R79835', 'children'],
    ['lcc', 'QA76', 'natural'],
    ['lcc', 'GV865', 'art'],
    ['other', '340', 'social'],
    ['other', '27.17', 'other'],
  ] as const)('%s %s is %s', (scheme, value, group) => {
    expect(contentGroup(classed([scheme, value]))).toBe(group)
  })

  it('goes by BBK when several classes are given', () => {
    expect(contentGroup(classed(['udc', '94'], ['bbk', '84(5Қаз)']))).toBe('fiction')
  })

  it('puts a book for children there whatever its class', () => {
    expect(contentGroup({ ...classed(['bbk', '84(5Қаз)']), subjects: ['балалар әдебиеті'] })).toBe('children')
  })

  it('knows no group for a title without a class', () => {
    expect(contentGroup(classed())).toBe('other')
  })
})
