import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gostDescription } from '../../../worker/domain/catalogue/gost-description.ts'
import { aDescription } from '../../support/descriptions.ts'

describe('the description of ГОСТ Р 7.0.100-2018', () => {
  it('stands in the order of the areas, under the heading of the author', () => {
    const book = aDescription({
      title: 'Абай жолы',
      part: '1-кітап',
      subtitle: 'роман-эпопея',
      author: 'Әуезов, Мұхтар',
      responsibility: 'М. Әуезов',
      edition: '2-бас.',
      place: 'Алматы',
      publisher: 'Жазушы',
      year: 2007,
      extent: '400 б.',
      series: ['Қазақ романы'],
      isbns: ['9786010000001'],
    })
    expect(gostDescription(book, 'kk')).toBe(
      'Әуезов, Мұхтар. Абай жолы. 1-кітап : роман-эпопея / М. Әуезов. – 2-бас. – Алматы : Жазушы, 2007. – 400 б. – (Қазақ романы). – ISBN 9786010000001. – Мәтін : тікелей.',
    )
    expect(gostDescription(book, 'ru')).toMatch(/Текст : непосредственный\.$/)
    expect(gostDescription(book, 'en')).toMatch(/Text : unmediated\.$/)
  })

  it('names the author directly when the title page is silent, and one full stop is enough after initials', () => {
    expect(gostDescription(aDescription({ title: 'Мать', author: 'Горький, М.' }), 'ru')).toBe(
      'Горький, М. Мать / М. Горький. – Текст : непосредственный.',
    )
    expect(gostDescription(aDescription({ title: 'Балқаш', author: 'Балқаш қаласының әкімдігі' }), 'kk')).toBe(
      'Балқаш қаласының әкімдігі. Балқаш / Балқаш қаласының әкімдігі. – Мәтін : тікелей.',
    )
  })

  it('leaves out what the record does not say', () => {
    expect(gostDescription(aDescription({ title: 'Карта', kind: 'map' }), 'ru')).toBe('Карта.')
    expect(gostDescription(aDescription({ title: '', kind: 'map' }), 'kk')).toBe('')
  })

  it('never parts two areas twice, whatever the record says', () => {
    const text = fc.constantFrom('Алматы', 'изд.', '2-е изд.', 'б. и.', 'Жазушы')
    fc.assert(
      fc.property(text, text, text, (edition, place, extent) => {
        const said = gostDescription(aDescription({ title: 'Кітап', edition, place, extent }), 'kk')
        expect(said).not.toMatch(/\.\.|–\s*–|\s\s/)
        expect(said.endsWith('.')).toBe(true)
      }),
    )
  })
})
