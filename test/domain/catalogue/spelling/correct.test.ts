import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexLetters } from '../../../../worker/domain/catalogue/index/letters.ts'
import type { QueryWord } from '../../../../worker/domain/catalogue/query/clause.ts'
import { parseQuery } from '../../../../worker/domain/catalogue/query/parse-query.ts'
import { corrections } from '../../../../worker/domain/catalogue/spelling/correct.ts'
import { deletions, lookups, openForms } from '../../../../worker/domain/catalogue/spelling/deletions.ts'
import { distance } from '../../../../worker/domain/catalogue/spelling/distance.ts'
import { analyse } from '../../../../worker/domain/catalogue/text/analyse.ts'

const VOCABULARY = `көшпенділер абай жолы қазақстан тарих кітапхана мектеп достоевский преступление наказание война мир толстой чехов
  дастан степь балқаш теңіз әдебиет мұхтар әуезов философия экономика математика учебник история культура бартольд қозы артель детский детство советский
  цветные экологическая`
const words = analyse(VOCABULARY).map(({ stem, foreignStem }) => indexLetters(foreignStem ?? stem))
const shelf = Map.groupBy(
  words.flatMap((word) => deletions(word).map((hash) => ({ hash, word }))),
  ({ hash }) => hash,
)

function wordOf(text: string): QueryWord {
  const [word] = parseQuery(text).words
  if (!word) throw new Error(`no word in ${text}`)
  return word
}

/** What the index would offer, put in order. */
function corrected(text: string): string[] {
  const word = wordOf(text)
  const near = [word.key, ...word.stems, ...openForms(word)]
    .flatMap(lookups)
    .flatMap((hash) => shelf.get(hash)?.map((each) => each.word) ?? [])
  return corrections(word, near)
}

const letters = (text: string) => words[analyse(VOCABULARY).findIndex(({ word }) => word === text)]

describe('a misspelt word', () => {
  it.each([
    ['a letter for its neighbour on the keyboard', 'кушпендилер', 'көшпенділер'],
    ['a letter missed', 'қазақстн', 'қазақстан'],
    ['a letter missed between two alike', 'экоомика', 'экономика'],
    ['a letter too many', 'кітаппхана', 'кітапхана'],
    ['a letter held down', 'мекттеп', 'мектеп'],
    ['a letter held down for long', 'әддддебиет', 'әдебиет'],
    ['a letter missed before a sign that follows no vowel', 'бартоьд', 'бартольд'],
    ['two letters exchanged', 'абйа', 'абай'],
    ['о written as heard', 'дастаевский', 'достоевский'],
    ['и written as heard', 'приступление', 'преступление'],
    ['a letter missed after the beginning', 'преступлене', 'преступление'],
    ['two mistakes', 'фелософея', 'философия'],
    ['ө read as е by a scanner', 'кешпенділер', 'көшпенділер'],
    ['л read as п by a scanner', 'топстой', 'толстой'],
    ['г read as т by a scanner', 'тентіз', 'теңіз'],
    ['a word half typed', 'көшпенд', 'көшпенділер'],
    ['an ending with a mistake before it', 'көшпендлерді', 'көшпенділер'],
    ['a short name', 'чехв', 'чехов'],
    ['a mistake in the ending', 'мектептң', 'мектеп'],
    ['a mistake in a longer ending', 'философилпр', 'философия'],
    ['т and с exchanged with another letter', 'десткий', 'детский'],
    ['т missed before с', 'деский', 'детский'],
    ['т missed before с in a longer word', 'совеский', 'советский'],
    ['т put before another letter', 'дтество', 'детство'],
    ['с missed after т', 'дество', 'детство'],
    ['a letter missed before an ending that was not cut', 'цвтных', 'цветные'],
    ['a letter missed before a sign that follows a vowel', 'артеь', 'артель'],
    ['three vowels in a row, in a word cut to its stem', 'эеологическое', 'экологическая'],
  ])('is understood: %s (%s)', (_, typed, meant) => {
    expect(corrected(typed)).toContain(letters(meant))
  })

  it.each(['qwzxvbn', 'ыжщх', 'ффф', 'лпрлд', 'zzzzzz', 'qqqqzzzz'])('is left alone when it is no word at all: %s', (typed) => {
    expect(corrected(typed)).toEqual([])
  })

  it('is put right by the nearest word first', () => {
    expect(corrected('дастаевский')[0]).toBe(letters('достоевский'))
  })
})

describe('the distance of two words', () => {
  it('is none to itself, the same both ways, and less for neighbours on the keyboard', () => {
    expect(distance('abai', 'abai')).toBe(0)
    expect(distance('abia', 'abai')).toBeCloseTo(distance('abai', 'abia'))
    expect(distance('kniga', 'kniha')).toBeGreaterThan(distance('kniga', 'knita'))
    expect(distance('', 'abai')).toBeGreaterThan(3)
  })

  it('is the same when it is asked for up to a bound, and infinite beyond', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abehiknoruy'), maxLength: 9 })
    const most = fc.double({ min: 0, max: 4, noNaN: true })
    fc.assert(
      fc.property(word, word, most, (one, other, bound) => {
        const whole = distance(one, other)
        expect(distance(one, other, bound)).toBe(whole <= bound ? whole : Number.POSITIVE_INFINITY)
      }),
      { numRuns: 3_000 },
    )
  })
})
