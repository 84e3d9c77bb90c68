import { describe, expect, it } from 'vitest'
import { consentIn } from '../../../worker/domain/readers/consent-text.ts'

describe('the text that a reader agrees to', () => {
  const text = { version: 2, kk: 'Келісемін', ru: 'Согласен', en: 'I agree' }

  it('is read in the language that is spoken', () => {
    for (const language of ['kk', 'ru', 'en'] as const) expect(consentIn(text, language)).toEqual({ language, text: text[language] })
  })

  it('is Russian, and says so, where the library wrote no English', () => {
    expect(consentIn({ ...text, en: null }, 'en')).toEqual({ language: 'ru', text: 'Согласен' })
  })
})
