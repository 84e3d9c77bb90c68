import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../../../worker/domain/catalogue/suggest/typed.ts'

const beginnings = (text: string) => readingsOf(text).map(({ beginning }) => beginning)

describe('what was typed so far', () => {
  it('is the same beginning in every script', () => {
    const [expected] = beginnings('көшп')
    for (const typed of ['көшп', 'КӨШП', 'кошп', 'koshp', 'köşp', 'rjig', 'كوشپ']) expect(beginnings(typed)).toContain(expected)
  })

  it('waits for the second half of a Latin sound', () => {
    expect(beginnings('kos')).toContain(beginnings('ко')[0])
  })

  it('is read on another layout, after a whole word too, and first where signs stand for letters', () => {
    const meant = (text: string) => readingsOf(text)[0]
    expect(readingsOf('rjigtylbkth ')).toContainEqual(meant('кошпендилер '))
    expect(readingsOf('r-igtyl3')).toContainEqual(meant('көшпенді'))
    expect(readingsOf(',fkf')[0]).toEqual(meant('бала'))
    const { words, beginning, headingKey } = meant('абай') ?? {}
    expect(readingsOf('abai')[0]).toMatchObject({ words, beginning, headingKey })
  })

  it('keeps whole words apart from the one being typed', () => {
    const [reading] = readingsOf('Абай жо')
    expect(reading?.words).toHaveLength(1)
    expect(reading?.beginning).toBe(beginnings('жо')[0])
    expect(readingsOf('Абай ')[0]).toMatchObject({ beginning: '' })
  })

  it('is told as titles are sorted, and a whole word from its beginning', () => {
    const [whole, more] = [readingsOf('The ')[0], readingsOf('the n')[0]]
    expect(more?.titleKey.startsWith(whole?.titleKey ?? '?')).toBe(true)
    expect(readingsOf('then')[0]?.titleKey.startsWith(whole?.titleKey ?? '')).toBe(false)
  })

  it.each(['', ' ', '!!!', '"', '-'])('is nothing when there is no letter: %j', (text) => {
    expect(readingsOf(text)).toEqual([])
  })
})
