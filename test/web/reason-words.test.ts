import { describe, expect, it } from 'vitest'
import { en } from '../../web/src/i18n/en.ts'
import { kk } from '../../web/src/i18n/kk.ts'
import { ru } from '../../web/src/i18n/ru.ts'
import { reasonWords } from '../../web/src/opac/reason-words.ts'
import type { Reason } from '../../worker/domain/catalogue/hit.ts'

const LETTERS: Reason = { how: 'letters', word: 'кушпендилер', found: 'Көшпенділер', field: 'title' }
const ENDING: Reason = { how: 'ending', word: 'көшпенділерді', found: 'көшпенділер', field: 'subject' }
const SAME: Reason = { how: 'spelling', word: 'абай', found: 'Абай', field: 'title' }
const plain = (reasons: Reason[], texts = kk) => reasonWords(reasons, texts).map((words) => words.replaceAll('\u00a0', ' '))

describe('why a hit is there, in words', () => {
  it('names the other letters and the other form, in three languages', () => {
    expect(plain([LETTERS])).toEqual(['сол сөз, басқа әріппен: кушпендилер → Көшпенділер'])
    expect(plain([ENDING])).toEqual(['тақырыбында, сөздің басқа түрі: көшпенділерді → көшпенділер'])
    expect(plain([ENDING], ru)).toEqual(['в темах, другая форма слова: көшпенділерді → көшпенділер'])
    expect(plain([LETTERS], en)).toEqual(['the same word in other letters: кушпендилер → Көшпенділер'])
  })

  it('tells the other name of an author from the other title of a work', () => {
    const variant = (field: 'author' | 'title'): Reason => ({ how: 'variant', word: 'Ауэзов', found: null, field })
    expect(plain([variant('author')], en)).toEqual(["another form of the author's name: Ауэзов"])
    expect(plain([variant('title')], en)).toEqual(['another title of the work: Ауэзов'])
  })

  it('says nothing of the very word in the title, which is marked there, when there is more to say', () => {
    expect(plain([SAME, { how: 'whole-title' }])).toEqual(['атауы дәл осындай'])
    expect(plain([SAME])).toEqual(['атауында: абай'])
  })

  it('does not call the title shown the one that was typed, when that is another title of the work', () => {
    const other = (word: string): Reason => ({ how: 'variant', word, found: null, field: 'title' })
    expect(plain([other('путь'), other('абая'), { how: 'whole-title' }], ru)).toEqual(['другое название произведения: путь, абая'])
  })

  it('claims no other letters when it knows the place only', () => {
    expect(plain([{ how: 'letters', word: 'роман', found: null, field: 'subject' }], ru)).toEqual(['в темах: роман'])
  })

  it('names a corrected word as corrected', () => {
    const asTyped: Reason = { how: 'ending', word: 'кушпендилер', found: 'көшпенділер', field: 'title' }
    const otherTitle: Reason = { how: 'variant', word: 'кушпендилер', found: null, field: 'title' }
    const corrected = [{ from: 'кушпендилер', to: 'көшпенділер' }]
    expect(reasonWords([asTyped], kk, corrected)).toEqual(['түзетілген сөз: кушпендилер\u00a0→ көшпенділер'])
    expect(reasonWords([otherTitle], kk, corrected)).toEqual(['шығарманың басқа атауы: көшпенділер'])
  })

  it('says three things at most', () => {
    const reasons: Reason[] = [{ how: 'popular' }, { how: 'phrase' }, LETTERS, ENDING, { how: 'title-start' }]
    expect(plain(reasons)).toHaveLength(3)
    expect(plain(reasons)[0]).toBe('атауы осылай басталады')
  })
})
