import { describe, expect, it } from 'vitest'
import { en } from '../../web/src/i18n/en.ts'
import { kk } from '../../web/src/i18n/kk.ts'
import { ru } from '../../web/src/i18n/ru.ts'
import { parseQuery } from '../../worker/domain/catalogue/query/parse-query.ts'

const examples = [kk, ru, en].flatMap(({ tips }) => tips.examples.map(([example]) => example))

describe('the search tips', () => {
  it.each(examples)('%s is understood as the query language, not as plain words', (example) => {
    const plain = example.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/ (OR|ИЛИ|НЕМЕСЕ) /, ' ')
    expect(parseQuery(example).canonical).not.toBe(parseQuery(plain).canonical)
  })

  it('of a field look in that field', () => {
    const fields = examples.filter((example) => example.includes(':')).map((example) => parseQuery(example).words.map(({ field }) => field))
    for (const language of [0, 4, 8]) {
      expect(fields.slice(language, language + 3)).toEqual([['author'], ['title'], ['subject']])
    }
  })
})
