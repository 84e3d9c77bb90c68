import { describe, expect, it } from 'vitest'
import { analyse, askedWords, spellings } from '../../../../worker/domain/catalogue/text/analyse.ts'
import { fold } from '../../../../worker/domain/catalogue/text/fold.ts'
import { kazakhStem, stemsOfOwn } from '../../../../worker/domain/catalogue/text/kazakh-stem.ts'
import { protectedWith, protectedWords } from '../../../../worker/domain/catalogue/text/protected-words.ts'
import { inflectedPairs } from './inflected-pairs.ts'
import { otherScripts, transliterate } from './transliterate.ts'

const stem = (word: string) => kazakhStem(fold(word))

describe('the Kazakh stem', () => {
  it('has all 134 pairs of the specification', () => {
    expect(inflectedPairs).toHaveLength(134)
  })

  it.each(inflectedPairs)('%s meets %s', (form, lemma) => {
    expect(stem(form)).toBe(stem(lemma))
  })

  it.each(otherScripts)('brings form and lemma together in %s too', (script) => {
    for (const [form, lemma] of inflectedPairs) expect(stem(transliterate(form, script)), form).toBe(stem(lemma))
  })

  it.each(['Мұқағалидың / Мұқағали', 'Фирдоусидің / Фирдоуси', 'Низамиды / Низами'])(
    'takes the и of a name for a consonant: %s',
    (pair) => {
      const [form = '', name = ''] = pair.split(' / ')
      expect(stem(form)).toBe(stem(name))
    },
  )

  it.each([
    'журналисі журналист журналистер',
    'кеңесі кеңес кеңестің',
    'процесі процесс процестер',
    'кеңесшілері кеңесші',
    'айқасы айқас айқасты',
    'романын романы роман романдар',
    'өзені өзен өзенге',
    'мүлкі мүлік мүліктің',
    'көңлі көңіл көңілге',
    'дастаны дастан дастандар',
    'тұлғасы тұлға тұлғалар',
    'Пушкиннің Пушкин',
  ])('is one for %s', (line) => {
    expect(new Set(line.split(' ').map(stem)).size).toBe(1)
  })

  it.each([
    'журналист / журнал',
    'дастан / дас',
    'машина / маш',
    'шығын / шық',
    'кітапханашы / кітапхана',
    'қалалық / қала',
    'ұлттық / ұлт',
    'тілдік / тіл',
    'шығармашылық / шығарма',
  ])('keeps a word apart that only begins so: %s', (pair) => {
    const [derived = '', base = ''] = pair.split(' / ')
    expect(stem(derived)).not.toBe(stem(base))
  })

  it.each(['алтын', 'теңге', 'мәселе', 'қазақстан', 'актер', 'олимпиада', 'білім', 'орын'])('does not cut %s', (word) => {
    expect(protectedWords.has(fold(word))).toBe(true)
    expect(stem(word)).toHaveLength(word.length)
  })

  it('leaves numbers and short words alone', () => {
    expect(['2000', 'ол', 'u4e2d'].map((word) => kazakhStem(word))).toEqual(['2000', 'ол', 'u4e2d'])
  })
})

describe('what is the speaker’s own', () => {
  it.each(
    `анам / ана, атамның / ата, әпкеме / әпке, жүрегім / жүрек, халқыма / халық, кітабымды / кітап, досымнан / дос, ұлыммен / ұл, өмірімде / өмір,
     інім / іні, елім / ел`.split(','),
  )('may be cut to its stem: %s', (pair) => {
    const [form = '', lemma = ''] = pair.trim().split(' / ')
    expect(stemsOfOwn(fold(form))).toContain(stem(lemma))
  })

  it.each(['ана', 'дом', 'там', 'им', 'музыка', 'фильм', '1984'])('is not %s', (word) => {
    expect(stemsOfOwn(fold(word))).toEqual([])
  })

  it.each(['адам', 'білім', 'әлем', 'анам'])('stays whole in the index: %s', (word) => {
    expect(stem(word)).toBe(fold(word))
  })
})

describe('words protected by the headings of the library', () => {
  const known = protectedWith(['Сейфуллин, Сәкен', 'Көкшетау', 'Қазақстан тарихы', 'Кітапханалар'])

  it('keeps a surname whole under its endings', () => {
    expect(kazakhStem(fold('Сейфуллиннің'), known)).toBe('сеифулин')
  })

  it('leaves the inflected words of a longer heading and plurals to the stemmer', () => {
    expect(kazakhStem(fold('тарихы'), known)).toBe('тарих')
    expect(kazakhStem(fold('кітапханалар'), known)).toBe('китапхана')
  })
})

describe('a question that does not know what the headings protect', () => {
  const known = protectedWith(['Қарағанды', 'Бауыржан', 'роман'])
  const meets = (asked: string, text: string, set?: ReadonlySet<string>) => {
    const indexed = new Set(analyse(text, set).flatMap(spellings))
    return askedWords(asked).some(({ terms }) => terms.some((term) => indexed.has(term)))
  }

  it.each([
    ['қарағандыдан', 'Қарағанды'],
    ['бауыржаны', 'Бауыржан'],
    ['романы', 'роман'],
  ])('meets by %s the heading %s that looks inflected', (asked, heading) => {
    expect(meets(asked, heading)).toBe(true)
  })

  it.each([
    ['Қарағанды', 'Қарағандыдан'],
    ['қарағандыда', 'Қарағандының'],
  ])('meets by %s the inflected %s where the index knows the heading', (asked, text) => {
    expect(meets(asked, text, known)).toBe(true)
  })

  it('still meets what was indexed by the stem alone', () => {
    for (const word of ['Сейфуллиннің', 'кітаптарымыздың', 'тарихы']) expect(meets(word, word, known)).toBe(true)
  })
})
