import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse, askedWords, indexText, spellings } from '../../../../worker/domain/catalogue/text/analyse.ts'
import { englishStem } from '../../../../worker/domain/catalogue/text/english-stem.ts'
import { keyOf } from '../../../../worker/domain/catalogue/text/fold.ts'

const finds = (query: string, text: string) => {
  const held = new Set(indexText(text).split(' '))
  return askedWords(query).every(({ terms }) => terms.some((term) => held.has(term)))
}
const stopWords = (query: string) => askedWords(query).flatMap(({ part, isStop }) => (isStop ? [part.word] : []))

describe('the words of a text', () => {
  it('come as written, with key and stem', () => {
    expect(analyse('Кітаптары, 1984')).toEqual([
      { word: 'кітаптары', key: 'китаптари', stem: 'китап' },
      { word: '1984', key: '1984', stem: '1984' },
    ])
  })

  it('have a Russian stem where no letter is Kazakh and it adds something', () => {
    expect(analyse('библиотеками')[0]?.foreignStem).toBe('библиотек')
    expect(analyse('кітапханалар')[0]).not.toHaveProperty('foreignStem')
  })

  it('have the singular where they may be an English plural', () => {
    const singulars = ['nomads', 'stories', 'boxes', 'songs', "abai's", 'qazaq', 'bus', 'analysis'].map(
      (word) => analyse(word)[0]?.foreignStem,
    )
    expect(singulars).toEqual(['номад', 'стори', 'бох', 'сонг', 'абаи', undefined, undefined, undefined])
  })

  it.each([
    'children child',
    'women woman',
    'wolves wolf',
    'crises crisis',
    'heroes hero',
    'viruses virus',
    "writers' writer",
    "men's man",
  ])('meet in number and owner: %s', (pair) => {
    const [many = '', one = ''] = pair.split(' ')
    expect(analyse(many).flatMap(spellings)).toContain(analyse(one)[0]?.key)
  })

  it.each(['gas ga', 'bus bu', 'analysis analysi', 'olives olif'])('do not meet where only letters do: %s', (pair) => {
    const [word = '', cut = ''] = pair.split(' ')
    expect(englishStem(word)).not.toBe(keyOf(cut))
  })

  it('give the halves and the whole of a compound', () => {
    expect(analyse('іс-шара').map(({ word }) => word)).toEqual(['іс', 'шара', 'іс-шара'])
  })

  it("keep the apostrophes of the 2017 alphabet, at the end too, but not a closing quote's", () => {
    expect(analyse("oqy' ‘kitap’ s'a'kirt ko'ks'etay' 'ko's'").map(({ key }) => key)).toEqual(['оку', 'китап', 'шакирт', 'кокшетау', 'кос'])
  })
})

describe('the names of programming languages', () => {
  it('have signs, in Latin letters or Cyrillic', () => {
    expect(finds('c++', 'Язык С++ для начинающих')).toBe(true)
    expect(finds('С#', 'C#: бағдарламалау')).toBe(true)
    expect(finds('C++11', 'Новое в C++11')).toBe(true)
  })

  it.each(['C', 'C++', 'C#', 'F#', 'F'])('%s is no other', (language) => {
    const others = ['C', 'C++', 'C#', 'F#', 'F'].filter((other) => other !== language && finds(language, other))
    expect(others).toEqual([])
  })
})

describe('a chain of hyphens', () => {
  it('costs no more than its letters', () => {
    const from = performance.now()
    expect(analyse('а-'.repeat(50_000)).length).toBeGreaterThan(50_000)
    expect(performance.now() - from).toBeLessThan(500)
  })
})

describe('what is indexed', () => {
  it('is every key and stem once, in order', () => {
    expect(indexText('Кітаптар, кітап, КІТАПТАР')).toBe('китаптар китап')
  })

  it.each(['кітапха-\nналарымен', 'кітапха-\n\n  наларымен', 'кітапха\u00adналарымен'])('joins what the line end broke: %j', (text) => {
    expect(indexText(text)).toBe('китапханаларимен китапхана')
  })

  it('reads a Қ whose tail became a comma, and a ¥ for Ұ', () => {
    expect(indexText('К,азақстан ¥лт')).toBe('казакстан улт')
  })

  it('is empty for a text without words', () => {
    expect(indexText(' — …! 🎉 ')).toBe('')
  })
})

describe('a query finds', () => {
  it.each([
    ['кітапхана', 'Қазақстан кітапханаларының тарихы'],
    ['kitaphana tarihi', 'Қазақстан кітапханаларының тарихы'],
    ['قازاقستان', 'Қазақстанның мұрағаттары'],
    ['казакстан мурагат', 'Қазақстанның мұрағаттары'],
    ['библиотека', 'Библиотеками города'],
    ['истории литературы', 'История казахской литературы'],
    ['іс шара', 'Іс-шаралар'],
    ['ісшара', 'Іс-шара'],
    ['іс-шара', 'ісшара'],
    ['мəдениет', 'Мәдениеттің өркендеуі'],
    ['халық', 'халқымыздың'],
  ])('%s in «%s»', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  it('and no more than it should', () => {
    expect(finds('кітапханашы', 'кітапхана')).toBe(false)
  })
})

describe('stop words', () => {
  it('are told in each language and script', () => {
    expect(stopWords('Мен, апам және мектеп')).toEqual(['мен', 'және'])
    expect(stopWords('jáne mektep')).toEqual(['jáne'])
    expect(stopWords('война и мир')).toEqual(['и'])
    expect(stopWords('её ее ещё еще')).toEqual(['её', 'ее', 'ещё', 'еще'])
    expect(stopWords('The history of Kazakhstan')).toEqual(['the', 'of'])
  })

  it('are not words that only share their key', () => {
    expect(stopWords('ар мектеп')).toEqual([])
  })
})

describe('any text at all', () => {
  const letters = fc.string({ unit: fc.constantFrom(..."аәқңөіьйяcəɵ3aiı\u0307ñ'’-,\n К¥ءٴقگ\u200c\u00ad中é") })
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), letters)

  it('is analysed into a-z, а-я and 0-9, never empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { key, stem, foreignStem = 'а' } of analyse(text))
          for (const term of [key, stem, foreignStem]) expect(term).toMatch(/^[a-zа-я0-9]+$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('is found by itself', () => {
    fc.assert(
      fc.property(texts, (text) => void expect(finds(text, text)).toBe(true)),
      { numRuns: 1000 },
    )
  })

  it('has the same keys in upper case', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'аәбғқңөұүһіыйяюцщьъ -') }),
        (text) => void expect(indexText(text.toUpperCase())).toBe(indexText(text)),
      ),
    )
  })
})
