import { describe, expect, it } from 'vitest'
import { groupSought, soughtAs } from '../../../worker/domain/statistics/sought.ts'

describe('a question kept for those who buy', () => {
  it('is its words, tidied', () => {
    expect(soughtAs('  Абай   ЖОЛЫ ')).toBe('абай жолы')
  })

  it('may be the number of a book', () => {
    expect(soughtAs('978-5-17-118366-0')).toBe('9785171183660')
  })

  it.each(['saule@mail.kz', '8 701 123 45 67', '900101300007', 'R0001234567', '', 'x'.repeat(81)])('is not kept: %j', (question) => {
    expect(soughtAs(question)).toBeUndefined()
  })

  it('is one wish in whatever order and alphabet it is written', () => {
    const questions = [
      { question: 'ұбт математика', times: 2 },
      { question: 'математика ұбт', times: 5 },
      { question: 'манга', times: 3 },
    ]
    expect(groupSought(questions)).toEqual([
      { question: 'математика ұбт', times: 7, spellings: ['ұбт математика'] },
      { question: 'манга', times: 3, spellings: [] },
    ])
  })
})
