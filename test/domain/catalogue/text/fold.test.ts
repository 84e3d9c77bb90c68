import { describe, expect, it } from 'vitest'
import { asWritten, fold, keyOf, scriptOf } from '../../../../worker/domain/catalogue/text/fold.ts'
import { commonWords } from './common-words.ts'
import { inflectedPairs } from './inflected-pairs.ts'
import { otherScripts, transliterate } from './transliterate.ts'

const words = [...new Set([...commonWords, ...inflectedPairs.flat()])]
// In every Latin alphabet but the informal one с + х is written like ш.
const ambiguous = new Set(['асхана'])

describe('one key from every script', () => {
  it('is proved over more than 600 words', () => {
    expect(words.length).toBeGreaterThan(600)
  })

  it.each(otherScripts)('%s', (script) => {
    const missed = words.filter((word) => keyOf(transliterate(word, script)) !== keyOf(word))
    expect(missed.filter((word) => !ambiguous.has(word))).toEqual([])
  })

  it.each(['Қазақстан', 'QAZAQSTAN', 'Qazaqstan', 'قازاقستان', 'казакстан', 'ҚАЗАҚСТАН', 'Қазақстан'.normalize('NFD')])('%s', (word) => {
    expect(keyOf(word)).toBe('казакстан')
  })

  it.each([
    ['İstanbul', 'истанбул'],
    ['Bılım', 'билим'],
    ["a'debi'et", 'адебиет'],
    ['aʼdebıet', 'адебиет'],
    ['ءتىل', 'тил'],
    ['ٴتىل', 'тил'],
    ['Ўлт', 'улт'],
  ])('%s is %s', (word, key) => {
    expect(keyOf(word)).toBe(key)
  })
})

describe('the fold', () => {
  it.each([
    'ат әт',
    'ал әл',
    'ар әр',
    'аз әз',
    'аң ән',
    'ас әс',
    'алым әлім',
    'алып әліп',
    'қол көл',
    'ол өл',
    'тұр түр',
    'құл күл',
    'айдын айдың',
  ])('lets short words collide, as measured: %s', (pair) => {
    const [left = '', right = ''] = pair.split(' ')
    expect(keyOf(left)).toBe(keyOf(right))
  })

  it.each([
    ['мəдениет', 'мәдениет'],
    ['Мунда', 'мұнда'],
    ['гасыр', 'ғасыр'],
    ['жуйесі', 'жүйесі'],
    ['терендік', 'тереңдік'],
    ['қьізыл', 'қызыл'],
    ['библиографияльіқ', 'библиографиялық'],
    ['қа3ақ', 'қазақ'],
    ['3аң', 'заң'],
    ['кiтап', 'кітап'],
    ['aқын', 'ақын'],
    ['электроңдық', 'электрондық'],
    ['Fылым', 'ғылым'],
    ['Øнер', 'өнер'],
    ['6ала', 'бала'],
    ['ту6ек', 'тубек'],
    ['0қушы', 'оқушы'],
    ['к0ш', 'көш'],
  ])('heals what a scan misread: %s is %s', (read, meant) => {
    expect(keyOf(read)).toBe(keyOf(meant))
  })

  it.each([
    ['Puschkin', 'Пушкин'],
    ['Tschernow', 'Чернов'],
    ['Schubert', 'Шуберт'],
    ['Schumann', 'Шуман'],
    ['Bulgakow', 'Булгаков'],
    ['Auezoff', 'Ауэзов'],
    ['счастье', 'щастье'],
    ['schaste', 'счастье'],
    ['Dostoevskij', 'Достоевский'],
    ['Nazarbayev', 'Назарбаев'],
    ['Dostoyevsky', 'Достоевский'],
    ['Vasilyev', 'Васильев'],
    ['Solovyov', 'Соловьёв'],
    ['Semyon', 'Семён'],
    ['pisʹma', 'письма'],
    ['obʺedinenie', 'объединение'],
    ['Živago', 'Живаго'],
    ['straße', 'strasse'],
    ['Đorđe', 'Ђорђе'],
    ['Søren', 'Сорен'],
    ['Łódź', 'Лодз'],
    ['Oʻzbekiston', 'Озбекистон'],
    ['ʿAlī', 'Али'],
    ['Вѣстникъ', 'Вестник'],
    ['Тоҳир', 'Тохир'],
    ['Қаҙан', 'Казан'],
    ['qьzьl', 'қызыл'],
  ])('reads what other countries write: %s is %s', (foreign, own) => {
    expect(keyOf(foreign)).toBe(keyOf(own))
  })

  it.each(['Вarack', 'Соndi', 'Наmlet'])('takes %s for a Latin word', (word) => {
    expect(asWritten(word)).toMatch(/^[a-z]+$/)
  })

  it.each([
    ['Facebookтің', 'Facebook', 'тің'],
    ["Excel'де", 'Excel', 'де'],
    ['MARCтың', 'MARC', 'тың'],
  ])('reads the letters of %s each in its script', (word, latin, ending) => {
    expect(fold(word)).toBe(fold(latin) + fold(ending))
  })

  it.each([
    ['كىتاپحانه', 'кітапхане'],
    ['گەوهەر', 'геоһер'],
    ['ﻗﺎﺯﺍﻕ', 'қазақ'],
  ])('reads %s as %s', (arabic, cyrillic) => {
    expect(keyOf(arabic)).toBe(keyOf(cyrillic))
  })

  it.each(['XX ХХ хх 20', 'II ІІ Ⅱ 2', 'III ІІІ 3', 'XVIII ХVІІІ 18', 'XIX ХІХ ХIХ XΙX Ⅹix 19', 'XXXIX 39'])(
    'has one key for a number of any letters: %s',
    (line) => {
      const numbers = line.split(' ')
      expect(new Set(numbers.map(keyOf))).toEqual(new Set([numbers.at(-1)]))
    },
  )

  it.each(['I', 'V', 'Х', 'XXXX', 'IIX', 'mix', 'VIP', 'іс'])('takes %s for no number', (word) => {
    expect(keyOf(word)).not.toMatch(/\d/)
  })

  it.each(['6', '60', '6том', '2000ж', '30'])('leaves the digits of %s', (word) => {
    expect(asWritten(word)).toBe(word)
  })

  it.each(['Windowsтың', 'aқын', 'кiтап'])('takes %s for a Cyrillic word', (word) => {
    expect(asWritten(word)).toMatch(/\p{Script=Cyrillic}/u)
  })

  it('keeps the doubled digits of a number', () => {
    expect(keyOf('2000')).toBe('2000')
    expect(keyOf('٢٠٠١')).toBe('2001')
  })

  it('spells the letters of no table by their code points', () => {
    expect(fold('中文')).toBe('u4e2du6587')
  })

  it('knows the script of a word, look-alikes or not', () => {
    expect(['қазақ', 'aқын', 'qazaq', 'قازاق', '1984'].map(scriptOf)).toEqual(['cyrillic', 'cyrillic', 'latin', 'arabic', 'none'])
  })
})
